namespace RustStack.DynamoDb.Validation;

/// <summary>A structure of a request on which the model sets constraints.</summary>
internal interface IConstrained
{
    /// <summary>Records every constraint that the structure violates.</summary>
    /// <param name="errors">Receives the violations; its path stands at the structure.</param>
    void Validate(ConstraintErrors errors);
}
