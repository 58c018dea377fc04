using System.Security.Cryptography;
using NewCitizen.Access;
using NewCitizen.Calendars;
using NewCitizen.Errors;
using NewCitizen.Inspections.Images;
using NewCitizen.Storage;
using NewCitizen.Telemetry;

namespace NewCitizen.Inspections;

public sealed partial class InspectionManager
{
    private const int Kibi = 1024;

    /// <summary>Adds a photo without its metadata (上传检查照片). The same picture sent again is the same photo.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="inspection">The inspection.</param>
    /// <param name="file">The file as it came; what it is, its contents say.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The photo; refused with NC2670–NC2672, or NC3012 if there is no such inspection.</returns>
    public async ValueTask<Outcome<InspectionPhoto>> AddPhotoAsync(AccessContext context, InspectionId inspection, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        using var span = NewCitizenTelemetry.Start("inspection.photo");
        var options = _options.Value;
        if (file.Length > Kibi * options.MaxPhotoKiB)
        {
            return Outcome<InspectionPhoto>.Refused(InspectionErrors.PictureTooLarge, $"{options.MaxPhotoKiB}");
        }

        if (!PictureCleaner.TryClean(file.Span, out var picture))
        {
            return Outcome<InspectionPhoto>.Refused(InspectionErrors.NotAPicture);
        }

        var photo = new InspectionPhoto(IdOf(inspection, picture), inspection, ShanghaiTime.Today(_clock), picture);
        for (var place = 1; place <= options.MaxPhotos; place++)
        {
            var batch = new WriteBatch(context.Agency)
                .Check(InspectionKinds.Inspection, inspection.Value, ExpectedVersion.Exists)
                .AddAudit(context.Entry(_clock, "inspection.photo", InspectionKinds.Inspection, inspection.Value));
            _photos.Stage(batch, photo, place);
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            switch (result)
            {
                case { IsDurable: true }:
                    return Outcome<InspectionPhoto>.Done(photo);
                case { Status: CommitStatus.Conflict, FailedOperation: 0 }:
                    return Outcome<InspectionPhoto>.Refused(StorageErrors.NotFound);
                case { Status: CommitStatus.Conflict }:
                    return Outcome<InspectionPhoto>.Done(photo);
                case { Status: CommitStatus.NotUnique }:
                    continue;
                default:
                    return Outcome<InspectionPhoto>.Refused([CommitFailures.Issue(result)]);
            }
        }

        return Outcome<InspectionPhoto>.Refused(InspectionErrors.TooManyPictures, $"{options.MaxPhotos}");
    }

    /// <summary>Reads a photo, leaving an audit entry: a picture can show anybody (查看照片). Null if there is none in the caller's agency.</summary>
    public async ValueTask<InspectionPhoto?> ReadPhotoAsync(AccessContext context, InspectionPhotoId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var photo = await _photos.FindAsync(context.Agency, id, cancellationToken).ConfigureAwait(false);
        if (photo is not null)
        {
            var batch = new WriteBatch(context.Agency).AddAudit(context.Entry(_clock, "inspection.read-photo", InspectionKinds.Photo, id.Value));
            var result = await _store.CommitAsync(batch, cancellationToken).ConfigureAwait(false);
            return result.IsDurable ? photo : throw CommitFailures.Exception(result);
        }

        return null;
    }

    /// <summary>The photos of an inspection.</summary>
    public async ValueTask<IReadOnlyList<InspectionPhotoId>> ListPhotosAsync(AccessContext context, InspectionId inspection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return [.. (await _photos.ListAsync(context.Agency, inspection, cancellationToken).ConfigureAwait(false)).Select(photo => photo.Id)];
    }

    private static InspectionPhotoId IdOf(InspectionId inspection, CleanPicture picture)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(inspection.Value.ToByteArray(bigEndian: true));
        hash.AppendData(picture.Bytes.Span);
        return new(new Guid(hash.GetHashAndReset().AsSpan(0, 16), bigEndian: true));
    }
}
