namespace NewCitizen.Exchange.Tests.Rosters;

/// <summary>What an import must do with a row.</summary>
public enum MessyFate
{
    Accepted,
    Refused,
    Duplicate,
}
