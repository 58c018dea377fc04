using NewCitizen.Storage;

namespace NewCitizen.Grid;

/// <summary>How cells, workers and tasks are stored.</summary>
public static class GridKinds
{
    internal const string Code = "cell_code";
    internal const string Addresses = "address_id";
    internal const string Account = "account";
    internal const string EndedOn = "ended_on";
    internal const string State = "task_state";
    internal const string Kind = "task_kind";
    internal const string Cell = "cell_id";
    internal const string Worker = "worker_id";
    internal const string Subject = "subject_id";
    internal const string OpenKey = "open_key";
    internal const string DueOn = "due_on";
    internal const string ClosedOn = "closed_on";

    /// <summary>Grid cells (网格).</summary>
    public static RecordKind GridCell { get; } = new(
        "grid_cell",
        "网格: the addresses a worker looks after",
        [
            new(Code, FieldType.Text, "code people see; unique"),
            new(Addresses, FieldType.Bytes, "ids of the standard addresses in it; unique, so cells do not overlap", Multiple: true),
        ],
        [new(Code, IndexType.Unique), new(Addresses, IndexType.Unique)]);

    /// <summary>Grid workers (网格员).</summary>
    public static RecordKind GridWorker { get; } = new(
        "grid_worker",
        "网格员: who looks after cells",
        [new(Account, FieldType.Text, "account the worker signs in with; unique"), new(EndedOn, FieldType.Date, "first day no longer in service; retention counts from here")],
        [new(Account, IndexType.Unique), new(EndedOn, IndexType.Ordered)]);

    /// <summary>Tasks (网格任务).</summary>
    public static RecordKind GridTask { get; } = new(
        "grid_task",
        "网格任务: something a grid worker has to do; ids only",
        [
            new(State, FieldType.Text, "where the task is"),
            new(Kind, FieldType.Text, "what is to be done"),
            new(Cell, FieldType.Bytes, "id of the cell, null for an address outside all cells"),
            new(Worker, FieldType.Bytes, "id of the worker who has taken it"),
            new(Subject, FieldType.Bytes, "id of the record it is about"),
            new(OpenKey, FieldType.Text, "kind, subject and topic while it is open; unique, so one thing has one task"),
            new(DueOn, FieldType.Date, "last day, null while none is known or when it ended"),
            new(ClosedOn, FieldType.Date, "day it ended; retention counts from here"),
        ],
        [
            new(State, IndexType.Lookup),
            new(Kind, IndexType.Lookup),
            new(Cell, IndexType.Lookup),
            new(Worker, IndexType.Lookup),
            new(Subject, IndexType.Lookup),
            new(OpenKey, IndexType.Unique),
            new(DueOn, IndexType.Ordered),
            new(ClosedOn, IndexType.Ordered),
        ]);
}
