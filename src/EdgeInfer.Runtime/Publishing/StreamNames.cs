using System.Collections.Concurrent;
using EdgeInfer.Telemetry.Topics;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>Names of streams as topics have them. A name that had to be changed is told, once. Any thread may ask.</summary>
internal sealed class StreamNames(TextWriter output)
{
    /// <summary>Lines, so that a data set of ten thousand pictures does not fill the screen.</summary>
    private const int MaxTold = 20;

    private readonly ConcurrentDictionary<string, string> _changed = new(StringComparer.Ordinal);
    private int _told;

    /// <summary>Allocates nothing for a name that has been asked for, or needs no change.</summary>
    public string Of(string stream) =>
        TopicLevel.IsValid(stream) ? stream : _changed.TryGetValue(stream, out var known) ? known : Change(stream);

    private string Change(string stream)
    {
        var name = TopicLevel.Of(stream);
        if (!_changed.TryAdd(stream, name))
            return name;
        var told = Interlocked.Increment(ref _told);
        if (told <= MaxTold)
            output.WriteLine($"stream '{stream}' is '{name}' in topics: only A-Z, a-z, 0-9, '_' and '-' may stand there");
        else if (told == MaxTold + 1)
            output.WriteLine("more streams have another name in topics; each message names its source in 'window'");
        return name;
    }
}
