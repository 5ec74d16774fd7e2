using System.Collections.Frozen;

namespace RustStack.Expressions.PartiQl.Parsing;

/// <summary>The words that mean something to PartiQL in any case, so that a name like one of them needs double quotes.</summary>
internal static class PartiQlWords
{
    private const string Sql92 =
        """
        ABSOLUTE ACTION ADD ALL ALLOCATE ALTER AND ANY ARE AS ASC ASSERTION AT AUTHORIZATION AVG BEGIN BETWEEN BIT BIT_LENGTH BY CASCADE
        CASCADED CASE CAST CATALOG CHAR CHARACTER CHARACTER_LENGTH CHAR_LENGTH CHECK CLOSE COALESCE COLLATE COLLATION COLUMN COMMIT CONNECT
        CONNECTION CONSTRAINT CONSTRAINTS CONTINUE CONVERT CORRESPONDING COUNT CREATE CROSS CURRENT CURRENT_DATE CURRENT_TIME
        CURRENT_TIMESTAMP CURRENT_USER CURSOR DATE DEALLOCATE DEC DECIMAL DECLARE DEFAULT DEFERRABLE DEFERRED DELETE DESC DESCRIBE
        DESCRIPTOR DIAGNOSTICS DISCONNECT DISTINCT DOMAIN DOUBLE DROP ELSE END ESCAPE EXCEPT EXCEPTION EXEC EXECUTE EXISTS EXTERNAL EXTRACT
        FALSE FETCH FIRST FLOAT FOR FOREIGN FOUND FROM FULL GET GLOBAL GO GOTO GRANT GROUP HAVING IDENTITY IMMEDIATE IN INDICATOR INITIALLY
        INNER INPUT INSENSITIVE INSERT INT INTEGER INTERSECT INTERVAL INTO IS ISOLATION JOIN KEY LANGUAGE LAST LEFT LEVEL LIKE LOCAL LOWER
        MATCH MAX MIN MODULE NAMES NATIONAL NATURAL NCHAR NEXT NO NOT NULL NULLIF NUMERIC OCTET_LENGTH OF ON ONLY OPEN OPTION OR ORDER
        OUTER OUTPUT OVERLAPS PAD PARTIAL POSITION PRECISION PREPARE PRESERVE PRIMARY PRIOR PRIVILEGES PROCEDURE PUBLIC READ REAL
        REFERENCES RELATIVE RESTRICT REVOKE RIGHT ROLLBACK ROWS SCHEMA SCROLL SECTION SELECT SESSION SESSION_USER SET SIZE SMALLINT SOME
        SPACE SQL SQLCODE SQLERROR SQLSTATE SUBSTRING SUM SYSTEM_USER TABLE TEMPORARY THEN TIME TIMESTAMP TO TRANSACTION TRANSLATE
        TRANSLATION TRIM TRUE UNION UNIQUE UNKNOWN UPDATE UPPER USAGE USER USING VALUE VALUES VARCHAR VARYING VIEW WHEN WHENEVER WHERE WITH
        WORK WRITE ZONE
        """;

    private const string Own =
        """
        BAG BIGINT BLOB BOOL BOOLEAN CAN_CAST CAN_LOSSLESS_CAST CLOB CONFLICT DATE_ADD DATE_DIFF DO INDEX INT2 INT4 INT8 INTEGER2 INTEGER4
        INTEGER8 LET LIMIT LIST MISSING MODIFIED NEW NOTHING OFFSET OLD PIVOT REMOVE RETURNING SEXP STRING STRUCT SYMBOL TUPLE UNPIVOT
        """;

    private static readonly FrozenSet<string> Reserved = Set(Sql92 + " " + Own);

    private static readonly FrozenSet<string> Functions = Set(
        "AVG BAG BIT_LENGTH CHARACTER_LENGTH CHAR_LENGTH COUNT EXISTS LIST LOWER MAX MIN OCTET_LENGTH SEXP SIZE SUBSTRING SUM UPPER");

    private static readonly FrozenSet<string> OtherClauses = Set(
        "AS AT BY CROSS EXCEPT FULL GROUP HAVING INNER INTERSECT JOIN LEFT LET LIKE LIMIT OFFSET ON OUTER RETURNING RIGHT UNION");

    /// <summary>Whether a word is reserved.</summary>
    /// <param name="word">The word.</param>
    /// <returns>True when it is.</returns>
    public static bool IsReserved(string word) => Reserved.Contains(word);

    /// <summary>Whether a reserved word is a function's name when a parenthesis follows.</summary>
    /// <param name="word">The word.</param>
    /// <returns>True when it is.</returns>
    public static bool IsFunction(string word) => Functions.Contains(word);

    /// <summary>Whether a reserved word begins what PartiQL has and DynamoDB has not, or not in this place.</summary>
    /// <param name="word">The word.</param>
    /// <returns>True when it does.</returns>
    public static bool BeginsOtherClause(string word) => OtherClauses.Contains(word);

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
