using NewCitizen.Centres;
using NewCitizen.Queues;
using NodaTime;

namespace NewCitizen.Testing.Halls;

/// <summary>A second set of books beside the managers': counts overtakes by itself and works out the simple rules to compare estimates with.</summary>
internal sealed class HallLedger(ServiceCentre centre)
{
    private readonly List<SimulatedPerson> _waiting = [];
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Instant First, Instant Last, int Count, double LastWait)> _calls = new(StringComparer.Ordinal);

    public ServiceCentre Centre { get; set; } = centre;

    public void Open(string window) => _open.Add(window);

    public void Close(string window) => _open.Remove(window);

    public bool IsOpen(string window) => _open.Contains(window);

    public void Join(SimulatedPerson person) => _waiting.Add(person);

    public void Call(SimulatedPerson called, ServiceWindow window, Instant now)
    {
        _waiting.Remove(called);
        if (!window.IsPriorityLane || !called.IsPriority)
        {
            foreach (var other in _waiting)
            {
                if (other.Group == called.Group && other.Order < called.Order && other.Class == TicketClass.WalkIn && !other.IsPriority && window.Items.Contains(other.Item))
                {
                    other.Overtaken++;
                }
            }
        }

        var calls = _calls.TryGetValue(called.Group, out var known) ? known : (now, now, 0, 0);
        _calls[called.Group] = (calls.First, now, calls.Count + 1, (now - called.ComesAt).TotalSeconds);
    }

    public void ApplyRules(SimulatedPerson person, Instant now)
    {
        if (!_calls.TryGetValue(person.Group, out var calls) || calls.Count < 2) return;
        var line = _waiting.Where(other => other.Group == person.Group).ToList();
        person.QueueLengthRule = line.Count * (calls.Last - calls.First).TotalSeconds / (calls.Count - 1);
        person.HeadOfLineRule = line.Count == 0 ? 0 : (now - line[0].ComesAt).TotalSeconds;
        person.LastCalledRule = calls.LastWait;
    }
}
