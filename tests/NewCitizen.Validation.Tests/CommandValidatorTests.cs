using FluentValidation;
using NewCitizen.Errors;

namespace NewCitizen.Validation.Tests;

public sealed class CommandValidatorTests
{
    [Fact]
    public void Validate_RuleOfAHostWithoutCode_HidesItsText()
    {
        var rules = new InlineValidator<string[]>();
        rules.RuleFor(command => command[0]).Must(_ => false).WithMessage("'{PropertyValue}' is odd");
        rules.RuleFor(command => command[0]).Must(_ => false).WithSeverity(Severity.Warning);
        var issues = new List<Issue>();
        new CommandValidator<string[]>(rules).Validate(["secret"], issues);
        Assert.Equal([ValidationErrors.RuleFailed, ValidationErrors.RuleWarns], issues.Select(issue => issue.Code));
        Assert.All(issues, issue => Assert.DoesNotContain("secret", issue.Message() + issue, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("Name", "/name")]
    [InlineData("Document.Number", "/document/number")]
    [InlineData("Beds[0]", "/beds/0")]
    [InlineData("Rooms[12].Beds[3].Label", "/rooms/12/beds/3/label")]
    public void Pointer_Path_IsCamelCase(string? path, string pointer) => Assert.Equal(pointer, JsonPointer.Of(path));
}
