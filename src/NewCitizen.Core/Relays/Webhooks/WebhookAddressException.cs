namespace NewCitizen.Relays.Webhooks;

/// <summary>The name of a webhook leads to no address that may be called.</summary>
internal sealed class WebhookAddressException : IOException;
