namespace NewCitizen.Relays.Webhooks;

/// <summary>Result of checking the signature of a webhook call.</summary>
public enum WebhookCheck
{
    /// <summary>Sent by a holder of the secret, unchanged, within the window.</summary>
    Valid,

    /// <summary>A header is missing or malformed.</summary>
    HeaderMissing,

    /// <summary>Too old, or from the future: a recorded call sent again, or a wrong clock.</summary>
    OutsideWindow,

    /// <summary>No signature fits.</summary>
    Mismatch,
}
