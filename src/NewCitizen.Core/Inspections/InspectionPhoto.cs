using NewCitizen.Inspections.Images;
using NodaTime;

namespace NewCitizen.Inspections;

/// <summary>A photo of an inspection (检查照片), without metadata.</summary>
/// <param name="Id">Identifies the photo; the same picture sent twice has one id.</param>
/// <param name="Inspection">The inspection.</param>
/// <param name="AddedOn">Day it came in.</param>
/// <param name="Picture">The picture.</param>
public sealed record InspectionPhoto(InspectionPhotoId Id, InspectionId Inspection, LocalDate AddedOn, CleanPicture Picture)
{
    /// <summary>The id.</summary>
    public override string ToString() => Id.ToString();
}
