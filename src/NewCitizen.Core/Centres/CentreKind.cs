namespace NewCitizen.Centres;

/// <summary>What kind of place a service centre is.</summary>
public enum CentreKind
{
    /// <summary>服务大厅: a service hall with windows.</summary>
    Hall,

    /// <summary>服务站: a service station.</summary>
    Station,

    /// <summary>综合办公室: the general office.</summary>
    Office,
}
