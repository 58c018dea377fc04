namespace NewCitizen.Exchange.Schemas;

/// <summary>Writes the schema files (模式文件).</summary>
public static class SchemaWriter
{
    /// <summary>Writes the JSON Schema of every document type, made if need be; files of the same name are replaced.</summary>
    /// <param name="directory">Where to.</param>
    /// <returns>Paths of the files.</returns>
    /// <exception cref="IOException">The directory cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory must not be written.</exception>
    public static IReadOnlyList<string> WriteAll(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        Directory.CreateDirectory(directory);
        var paths = new List<string>();
        foreach (var type in DocumentTypes.All)
        {
            var path = Path.Combine(directory, type.SchemaFileName);
            File.WriteAllBytes(path, type.Schema.Span);
            paths.Add(path);
        }

        return paths;
    }
}
