namespace NewCitizen.Appointments.Credit;

/// <summary>What rules of credit say of somebody.</summary>
public enum CreditState
{
    /// <summary>May book.</summary>
    Free,

    /// <summary>May book, and is told that the next time will count.</summary>
    Warned,

    /// <summary>May not book for a time.</summary>
    Blocked,
}
