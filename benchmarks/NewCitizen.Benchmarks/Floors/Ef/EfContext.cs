using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NewCitizen.Benchmarks.Floors.Ef;

/// <summary>The tables of the raw contender through EF Core 10, as its documentation shows: a new context an operation.</summary>
internal sealed class EfContext(DbContextOptions<EfContext> options) : DbContext(options)
{
    public DbSet<EfFile> Files => Set<EfFile>();

    public DbSet<EfSlot> Slots => Set<EfSlot>();

    public DbSet<EfBooking> Bookings => Set<EfBooking>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EfFile>(file =>
        {
            file.ToTable("citizen_file").HasKey(row => new { row.Agency, row.Id });
            file.Property(row => row.Version).IsConcurrencyToken();
        });
        modelBuilder.Entity<EfSlot>().ToTable("slot").HasKey(row => new { row.Agency, row.Id });
        modelBuilder.Entity<EfBooking>().ToTable("booking").HasKey(row => new { row.Agency, row.Id });
        var bytes = new ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), value => new Guid(value, true));
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(string.Concat(property.Name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? string.Empty : "_") + char.ToLowerInvariant(c) : c.ToString())));
            property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            if (Database.IsSqlite() && (property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?)))
            {
                property.SetValueConverter(bytes);
            }
        }
    }
}
