using System.Text;
using System.Text.Json.Nodes;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Core.Tests.Audit;

public sealed class AuditVerifierTests : IDisposable
{
    private readonly EphemeralKeyRing _keys = new();
    private readonly FakeLog _log = new();
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 3, 2, 1, 0), Duration.FromMilliseconds(7));

    public void Dispose() => _keys.Dispose();

    private void Append(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _log.Append(new AuditEntry(
                AgencyId.Parse(i % 3 == 0 ? "teda" : "jizhou"), _clock.GetCurrentInstant(), "clerk", "resident.read-full", "resident", new Guid(i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), "办理居住证", null));
        }
    }

    private async Task<AuditProgress> SequenceAsync(bool flush = true) =>
        await new AuditSequencer(_log, _log, _keys, _clock).RunAsync(flush, CancellationToken.None);

    private async Task<AuditVerification> VerifyAsync(params AuditAnchor[] anchors) =>
        await new AuditVerifier(_log, _log, _keys.AuditPublicKeys).VerifyAsync(anchors, CancellationToken.None);

    /// <summary>1000 entries in 4 checkpoints (256, 512, 768, 1000) and 10 entries nobody signed.</summary>
    private async Task<AuditProgress> FillAsync()
    {
        Append(1000);
        var progress = await SequenceAsync();
        Append(10);
        return progress;
    }

    private static void Found(AuditVerification verification, params ErrorCode[] codes)
    {
        Assert.False(verification.IsIntact);
        Assert.Equal(codes, verification.Problems.Select(problem => problem.Code));
    }

    private void Edit(long number, Action<JsonNode> change, bool fields = false)
    {
        var record = _log.Checkpoints[number];
        var json = JsonNode.Parse(record.Body.Span)!;
        change(json);
        var edited = record with { Body = Encoding.UTF8.GetBytes(json.ToJsonString()) };
        _log.Checkpoints[number] = fields
            ? edited with { Fields = [FieldValue.Integer((long)json["number"]!), FieldValue.Integer((long)json["size"]!), record.Fields[2]] }
            : edited;
    }

    private static void FlipFirstByte(JsonNode json, string member)
    {
        var bytes = Convert.FromBase64String((string)json[member]!);
        bytes[0] ^= 1;
        json[member] = Convert.ToBase64String(bytes);
    }

    [Fact]
    public async Task Verify_EmptyLog_IsIntact()
    {
        var progress = await SequenceAsync();
        Assert.Equal(new AuditProgress(0, 0, null), progress);
        Assert.True((await VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Verify_UntouchedLog_IsIntactAndStatesTheOpenWindow()
    {
        var progress = await FillAsync();
        Assert.Equal(4, progress.Checkpoints);
        Assert.Equal(1000, progress.Signed);
        var verification = await VerifyAsync(progress.Last!);
        Assert.True(verification.IsIntact);
        Assert.Equal((1010, 4, 1000, 10), (verification.Entries, verification.Checkpoints, verification.SignedEntries, verification.UnsignedTail));
        Assert.Equal(_log.Entries[999].Position, verification.SignedUpTo);
        Assert.Equal(progress.Last, verification.Last);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    [InlineData(600)]
    [InlineData(999)]
    [InlineData(1005)]
    public async Task Verify_EntryChanged_IsFoundAtItsPosition(int index)
    {
        await FillAsync();
        var entry = _log.Entries[index];
        _log.Entries[index] = entry with { Entry = entry.Entry with { Actor = "nobody" } };
        var verification = await VerifyAsync();
        Found(verification, AuditErrors.EntryChanged);
        Assert.Equal((entry.Position, entry.Position), (verification.Problems[0].From, verification.Problems[0].To));
        Assert.DoesNotContain("nobody", verification.Problems[0].ToString() + verification.Problems[0].Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_EntryChangedTogetherWithItsHash_IsFoundInItsStretch()
    {
        await FillAsync();
        var changed = _log.Entries[600].Entry with { Actor = "nobody" };
        _log.Entries[600] = _log.Entries[600] with { Entry = changed, Hash = AuditHash.Compute(changed) };
        var verification = await VerifyAsync();
        Found(verification, AuditErrors.StretchDiffers);
        Assert.Equal((_log.Entries[511].Position, _log.Entries[767].Position), (verification.Problems[0].From, verification.Problems[0].To));
    }

    [Theory]
    [InlineData(32)]
    [InlineData(5)]
    [InlineData(0)]
    public async Task Verify_HashChanged_IsFound(int length)
    {
        await FillAsync();
        _log.Entries[600] = _log.Entries[600] with { Hash = new byte[length] };
        var verification = await VerifyAsync();
        Assert.Contains(verification.Problems, problem => problem.Code == AuditErrors.EntryChanged && problem.From == _log.Entries[600].Position);
        Assert.All(verification.Problems, problem => Assert.Contains(problem.Code, new[] { AuditErrors.EntryChanged, AuditErrors.StretchDiffers }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(511)]
    [InlineData(999)]
    public async Task Verify_EntryRemoved_IsFoundOnceInItsStretch(int index)
    {
        await FillAsync();
        _log.Entries.RemoveAt(index);
        Found(await VerifyAsync(), AuditErrors.EntriesMissing);
    }

    [Fact]
    public async Task Verify_EntryAddedBetween_IsFound()
    {
        await FillAsync();
        var between = _log.Entries[100];
        _log.Entries.Insert(101, between with { Position = between.Position with { Sequence = between.Position.Sequence + 1 } });
        Found(await VerifyAsync(), AuditErrors.EntriesAdded);
    }

    [Fact]
    public async Task Verify_EntriesSwapped_IsFound()
    {
        await FillAsync();
        var (first, second) = (_log.Entries[20], _log.Entries[30]);
        _log.Entries[20] = second with { Position = first.Position };
        _log.Entries[30] = first with { Position = second.Position };
        Found(await VerifyAsync(), AuditErrors.StretchDiffers);
    }

    [Fact]
    public async Task Verify_RowsOutOfOrder_IsFound()
    {
        await FillAsync();
        (_log.Entries[20], _log.Entries[21]) = (_log.Entries[21], _log.Entries[20]);
        Assert.Contains((await VerifyAsync()).Problems, problem => problem.Code == AuditErrors.OrderBroken);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Verify_CheckpointDropped_IsFound(long number)
    {
        await FillAsync();
        _log.Checkpoints.Remove(number);
        Found(await VerifyAsync(), AuditErrors.CheckpointMissing);
    }

    [Fact]
    public async Task Verify_ChangeHiddenByDroppedCheckpoint_IsStillFound()
    {
        await FillAsync();
        _log.Checkpoints.Remove(2);
        _log.Entries.RemoveAt(300);
        Found(await VerifyAsync(), AuditErrors.CheckpointMissing, AuditErrors.EntriesMissing);
    }

    [Fact]
    public async Task Verify_SignatureForged_IsFound()
    {
        await FillAsync();
        Edit(2, json => FlipFirstByte(json, "signature"));
        Found(await VerifyAsync(), AuditErrors.SignatureInvalid, AuditErrors.ChainBroken);
    }

    [Fact]
    public async Task Verify_LastSignatureForged_TrustsTheOneBefore()
    {
        await FillAsync();
        Edit(4, json => FlipFirstByte(json, "signature"));
        var verification = await VerifyAsync();
        Found(verification, AuditErrors.SignatureInvalid);
        Assert.Equal((768, 242), (verification.SignedEntries, verification.UnsignedTail));
    }

    [Theory]
    [InlineData("previous")]
    [InlineData("unixMilliseconds")]
    [InlineData("sequence")]
    [InlineData("epoch")]
    public async Task Verify_SignedMemberChanged_IsFound(string member)
    {
        await FillAsync();
        Edit(4, json =>
        {
            if (member == "previous")
            {
                FlipFirstByte(json, member);
            }
            else
            {
                json[member] = (long)json[member]! + 1;
            }
        });
        Assert.Contains((await VerifyAsync()).Problems, problem => problem.Code == AuditErrors.SignatureInvalid);
    }

    [Theory]
    [InlineData("root")]
    [InlineData("size")]
    [InlineData("number")]
    [InlineData("frontier")]
    public async Task Verify_CheckpointContradictsItself_IsFound(string member)
    {
        await FillAsync();
        Edit(4, json =>
        {
            switch (member)
            {
                case "root": FlipFirstByte(json, member); break;
                case "frontier": json[member]!.AsArray().RemoveAt(0); break;
                default: json[member] = (long)json[member]! + 1; break;
            }
        });
        Found(await VerifyAsync(), AuditErrors.CheckpointMalformed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"number\":4,\"size\":1000,\"epoch\":0,\"sequence\":1,\"root\":null,\"frontier\":null,\"previous\":null,\"unixMilliseconds\":0,\"keyId\":1,\"signature\":null}")]
    [InlineData("{\"number\":4,\"size\":1000,\"epoch\":0,\"sequence\":1,\"root\":\"\",\"frontier\":[null,null,null,null,null,null],\"previous\":\"\",\"unixMilliseconds\":0,\"keyId\":1,\"signature\":\"\"}")]
    public async Task Verify_CheckpointBodyBroken_IsFound(string body)
    {
        await FillAsync();
        _log.Checkpoints[4] = _log.Checkpoints[4] with { Body = Encoding.UTF8.GetBytes(body) };
        Found(await VerifyAsync(), AuditErrors.CheckpointMalformed);
        Assert.Equal(AuditErrors.CheckpointMalformed, (await Assert.ThrowsAsync<AuditException>(() => SequenceAsync())).Code);
    }

    [Fact]
    public async Task Verify_LogSignedAgainWithAnotherKey_IsFound()
    {
        Append(600);
        using (var forged = new EphemeralKeyRing())
        {
            await new AuditSequencer(_log, _log, forged, _clock).RunAsync(flush: true, CancellationToken.None);
        }

        var verification = await VerifyAsync();
        Found(verification, AuditErrors.SignatureInvalid, AuditErrors.SignatureInvalid, AuditErrors.SignatureInvalid);
        Assert.Equal((0, 600), (verification.SignedEntries, verification.UnsignedTail));
        Assert.Equal(AuditErrors.SignatureInvalid, (await Assert.ThrowsAsync<AuditException>(() => SequenceAsync())).Code);
    }

    [Fact]
    public async Task Verify_SignerNotTrusted_IsFound()
    {
        var first = _keys.AuditPublicKeys;
        _keys.RotateSigner();
        Append(10);
        await SequenceAsync();
        Assert.True((await VerifyAsync()).IsIntact);
        var verification = await new AuditVerifier(_log, _log, first).VerifyAsync([], CancellationToken.None);
        Found(verification, AuditErrors.UnknownSigner);
    }

    [Fact]
    public async Task Verify_AfterSignerRotation_IsIntact()
    {
        await FillAsync();
        _keys.RotateSigner();
        await SequenceAsync();
        Assert.True((await VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Verify_TailCut_IsFound()
    {
        await FillAsync();
        _log.Entries.RemoveRange(900, _log.Entries.Count - 900);
        Found(await VerifyAsync(), AuditErrors.EntriesMissing);
    }

    [Fact]
    public async Task Verify_TailCutWithItsCheckpoints_IsFoundByAnAnchorOnly()
    {
        var progress = await FillAsync();
        _log.Entries.RemoveRange(700, _log.Entries.Count - 700);
        _log.Checkpoints.Remove(3);
        _log.Checkpoints.Remove(4);
        Assert.True((await VerifyAsync()).IsIntact);
        Assert.True(AuditAnchor.TryParse(progress.Last!.ToString(), out var anchor));
        var verification = await VerifyAsync(anchor);
        Found(verification, AuditErrors.AnchorLost);
        // Continuing the cut log does not help either.
        Append(300);
        await SequenceAsync();
        Found(await VerifyAsync(anchor), AuditErrors.AnchorLost);
    }

    [Fact]
    public async Task Verify_TwoBrokenStretches_AreReportedApart()
    {
        await FillAsync();
        _log.Entries.RemoveAt(600);
        var changed = _log.Entries[10].Entry with { Purpose = null };
        _log.Entries[10] = _log.Entries[10] with { Entry = changed, Hash = AuditHash.Compute(changed) };
        Found(await VerifyAsync(), AuditErrors.StretchDiffers, AuditErrors.EntriesMissing);
    }

    [Fact]
    public async Task Verify_MoreProblemsThanListed_CountsThemAll()
    {
        Append(1500);
        for (var i = 0; i < 1500; i++)
        {
            _log.Entries[i] = _log.Entries[i] with { Hash = new byte[32] };
        }

        var verification = await VerifyAsync();
        Assert.Equal((AuditVerifier.MaxProblems, 1500), (verification.Problems.Count, verification.ProblemCount));
    }

    [Fact]
    public async Task Run_WithoutFlush_SignsFullBlocksOnly()
    {
        Append(300);
        var progress = await SequenceAsync(flush: false);
        Assert.Equal((256, 1), (progress.Signed, progress.Checkpoints));
        Assert.Equal(0, (await SequenceAsync(flush: false)).Checkpoints);
        Assert.Equal(44, (await SequenceAsync()).Signed);
        Assert.Equal(0, (await SequenceAsync()).Signed);
        Assert.True((await VerifyAsync()).IsIntact);
    }

    [Theory]
    [InlineData(true, 700)]
    [InlineData(false, 512)]
    public async Task Run_AnotherSequencerFaster_GoesOnFromItsCheckpoint(bool flush, int signed)
    {
        Append(700);
        _log.BeforeCommit = async () => await SequenceAsync(flush);
        var progress = await SequenceAsync(flush);
        Assert.Equal(0, progress.Signed);
        Assert.Equal(signed, progress.Last!.Size);
        Assert.True((await VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Run_OutcomeUnknown_NeitherForksNorLoses()
    {
        Append(700);
        _log.AnswerUnknown = true;
        await SequenceAsync();
        Assert.Equal(3, _log.Checkpoints.Count);
        Assert.True((await VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Run_StoreRefusesForEver_Stops()
    {
        Append(10);
        _log.RefuseAll = true;
        Assert.Equal(AuditErrors.Stalled, (await Assert.ThrowsAsync<AuditException>(() => SequenceAsync())).Code);
    }

    [Fact]
    public void IdOf_Numbers_AreDistinctAndOfVersion8()
    {
        var ids = Enumerable.Range(1, 1000).Select(number => AuditCheckpoints.IdOf(number)).ToList();
        Assert.Equal(1000, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(8, id.Version));
        Assert.All(ids, id => Assert.InRange(id.Variant, 8, 11));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1 2")]
    [InlineData("1 2 zz")]
    [InlineData("-1 2 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void TryParse_BadAnchor_IsFalse(string? text) => Assert.False(AuditAnchor.TryParse(text, out _));
}
