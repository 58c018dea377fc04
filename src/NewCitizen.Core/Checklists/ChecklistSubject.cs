namespace NewCitizen.Checklists;

/// <summary>What a checklist is about (清单对象).</summary>
public enum ChecklistSubject
{
    /// <summary>A person (一人一单).</summary>
    Person,

    /// <summary>A home that is let (一房一单).</summary>
    Home,
}
