using System.Text;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Onnx.Scan;

/// <summary>
/// Reads the protobuf wire format in place: no copy, no recursion, and every length checked before it is used.
/// Stricter than protobuf itself: groups, and known fields of another wire type, are refused.
/// </summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes, string file, string place)
{
    private const int MaxVarintBytes = 10;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;
    private WireType _type;

    public readonly string Place => place;

    /// <summary>Moves to the next field; false at the end of the message.</summary>
    public bool TryNext(out int field)
    {
        field = 0;
        if (_position == _bytes.Length)
            return false;

        var tag = Varint();
        _type = (WireType)(tag & 7);
        if (tag >> 3 is 0 or > int.MaxValue)
            throw Error($"field number {tag >> 3} at byte {_position}");
        field = (int)(tag >> 3);
        return true;
    }

    public long ReadInteger()
    {
        Expect(WireType.Varint);
        return unchecked((long)Varint());
    }

    public ReadOnlySpan<byte> ReadBytes()
    {
        Expect(WireType.Bytes);
        var length = Varint();
        if (length > (ulong)(_bytes.Length - _position))
            throw Error($"length {length} at byte {_position} passes the end of the message");
        return Take((int)length);
    }

    public string ReadName()
    {
        var text = ReadBytes();
        if (text.Length > OnnxLimits.MaxNameBytes)
            throw Error($"a name of {text.Length} bytes, at most {OnnxLimits.MaxNameBytes} are read");
        return Encoding.UTF8.GetString(text);
    }

    public WireReader ReadMessage(string innerPlace) => new(ReadBytes(), file, innerPlace);

    /// <summary>A repeated integer, which may stand alone or packed with its followers.</summary>
    public void ReadIntegers(List<long> values, int limit)
    {
        if (_type == WireType.Varint)
        {
            Add(values, ReadInteger(), limit);
            return;
        }

        var packed = ReadMessage(place);
        while (packed._position < packed._bytes.Length)
            Add(values, unchecked((long)packed.Varint()), limit);
    }

    public void Skip()
    {
        switch (_type)
        {
            case WireType.Varint:
                Varint();
                break;
            case WireType.Fixed64:
                Take(sizeof(ulong));
                break;
            case WireType.Bytes:
                ReadBytes();
                break;
            case WireType.Fixed32:
                Take(sizeof(uint));
                break;
            default:
                throw Error($"wire type {(int)_type} at byte {_position}");
        }
    }

    public readonly InvalidInputException Error(string reason) => new(file, $"{place}: {reason}");

    private readonly void Add(List<long> values, long value, int limit)
    {
        if (values.Count == limit)
            throw Error($"more than {limit} values");
        values.Add(value);
    }

    private readonly void Expect(WireType type)
    {
        if (_type != type)
            throw Error($"wire type {(int)_type} instead of {(int)type} at byte {_position}");
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _bytes.Length - _position)
            throw Error($"ends at byte {_bytes.Length} inside a value");
        var taken = _bytes.Slice(_position, length);
        _position += length;
        return taken;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (var i = 0; i < MaxVarintBytes; i++)
        {
            if (_position == _bytes.Length)
                throw Error($"ends at byte {_position} inside a number");
            var next = _bytes[_position++];
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80)
                return value;
        }

        throw Error($"a number of more than {MaxVarintBytes} bytes before byte {_position}");
    }
}
