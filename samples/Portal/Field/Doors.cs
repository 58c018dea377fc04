using NewCitizen.Access;
using NewCitizen.Errors;
using NewCitizen.Plates;
using Portal.Hall;

namespace Portal.Field;

/// <summary>Whose door a plate hangs on: what it carries does not say which agency looks after the home.</summary>
public sealed class Doors(PlateManager plates, HallContexts halls)
{
    /// <summary>The plate and on whose behalf anybody acts there; refused in the name of the portal's own agency if no agency of this portal knows it.</summary>
    public async Task<(AccessContext Context, Outcome<DoorPlate> Plate)> FindAsync(string token, CancellationToken cancellationToken)
    {
        foreach (var agency in halls.Agencies.Distinct())
        {
            var there = new AccessContext(agency, halls.Public.Actor);
            var found = await plates.VerifyAsync(there, token, cancellationToken);
            if (found.Succeeded || found.FirstError.Code != PlateErrors.NotAPlate)
            {
                return (there, found);
            }
        }

        return (halls.Public, Outcome<DoorPlate>.Refused(PlateErrors.NotAPlate));
    }
}
