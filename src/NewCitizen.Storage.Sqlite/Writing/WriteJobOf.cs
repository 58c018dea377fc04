using Microsoft.Data.Sqlite;
using NewCitizen.Errors;

namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>A job with an answer.</summary>
#pragma warning disable MA0048 // WriteJob<T> beside WriteJob.
internal abstract class WriteJob<T> : WriteJob
#pragma warning restore MA0048
{
    // Whoever waits must not run on the writer's thread.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _cancellation;
    private Exception? _refusal;

    public Task<T> Task => _done.Task;

    /// <summary>The answer, set by <see cref="WriteJob.Run"/>.</summary>
    protected T? Answer { get; set; }

    public void CancelWith(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            _cancellation = cancellationToken.UnsafeRegister(
                static (state, token) =>
                {
                    var job = (WriteJob<T>)state!;
                    if (job.TryCancel())
                    {
                        job._done.TrySetCanceled(token);
                    }
                },
                this);
        }
    }

    public override void Refuse(Exception failure) => _refusal = failure;

    public override void Complete()
    {
        _cancellation.Unregister();
        if (_refusal is null)
        {
            _done.TrySetResult(Answer!);
        }
        else
        {
            _done.TrySetException(_refusal);
        }
    }

    public override void Fail(Exception failure)
    {
        _cancellation.Unregister();
        _done.TrySetException(failure);
    }

    public override void LoseSight(SqliteException failure) => Fail(new NewCitizenException(StorageErrors.OutcomeUnknown, failure));

    /// <summary>Answers although the transaction's end is not known.</summary>
    protected void Settle(T answer)
    {
        _cancellation.Unregister();
        _done.TrySetResult(answer);
    }
}
