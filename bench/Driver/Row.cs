using System.Globalization;

namespace RustStack.Bench.Driver;

/// <summary>One line of the table.</summary>
internal sealed record Row(
    string Name, double RequestsPerSecond, string P50, string P99, double CpuMicroseconds, double BareMicroseconds, double Ratio, string Budget, bool IsMissed)
{
    /// <summary>Compares what was measured with the scenario's budget. Budgets are for memory; a disk's cost is shown without one.</summary>
    public static Row Of(Scenario scenario, Load load, Load bare, bool isPersistent)
    {
        double ratio = load.CpuMicroseconds / bare.CpuMicroseconds;
        bool isMissed = !isPersistent && (ratio > scenario.MostRatio || load.CpuMicroseconds > scenario.MostMicroseconds);
        string budget = isPersistent ? "" : scenario switch
        {
            { MostRatio: { } most } => most.ToString("0.0#", CultureInfo.InvariantCulture),
            { MostMicroseconds: { } most } => $"{most.ToString(CultureInfo.InvariantCulture)}us",
            _ => "",
        };
        return new(scenario.Name, load.RequestsPerSecond, load.P50, load.P99, load.CpuMicroseconds, bare.CpuMicroseconds, ratio, budget, isMissed);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-40}{RequestsPerSecond,12:f0}{P50,10}{P99,10}{CpuMicroseconds,10:f1}{BareMicroseconds,10:f1}{Ratio,8:f2}{Budget,8}{(IsMissed ? "  missed" : "")}");
}
