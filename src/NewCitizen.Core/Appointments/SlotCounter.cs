namespace NewCitizen.Appointments;

/// <summary>One counter of a day as a decision sees it.</summary>
internal sealed class SlotCounter(string key, Guid id, int maximum)
{
    public string Key => key;

    public Guid Id => id;

    public int Maximum => maximum;

    /// <summary>Places taken as read, and as decided since.</summary>
    public long Taken { get; set; }

    /// <summary>Version that was read; 0 if there is no record yet.</summary>
    public long Version { get; set; }

    public bool Exists { get; set; }

    public bool IsFree => Taken < maximum;
}
