using NewCitizen.Errors;

namespace NewCitizen.Exchange.Tests.Rosters;

/// <summary>One row that counts as read.</summary>
/// <param name="Row">From 1 as a spreadsheet shows it.</param>
/// <param name="Line">Line of the text file, from 1.</param>
/// <param name="Fault">What is unusual about it.</param>
/// <param name="Fate">What an import must do with it.</param>
/// <param name="Code">What the reading of the row itself must say; null if it has nothing to say (a wrong check digit is for the domain).</param>
/// <param name="Name">The name after cleaning.</param>
/// <param name="Number">The document number after cleaning.</param>
public sealed record MessyRow(long Row, long Line, MessyFault Fault, MessyFate Fate, ErrorCode? Code, string Name, string Number);
