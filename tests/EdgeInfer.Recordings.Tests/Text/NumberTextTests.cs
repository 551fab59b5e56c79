using System.Globalization;
using System.Text;
using CsCheck;
using EdgeInfer.Recordings.Text;

namespace EdgeInfer.Recordings.Tests.Text;

public sealed class NumberTextTests
{
    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[0, 21].Select(letters => new string(letters));

    private static readonly Gen<string> Exponent = Gen.OneOf(
        Gen.Const(""), Gen.Int[-50, 50].Select(power => FormattableString.Invariant($"e{power}")), Gen.Const("E+3"), Gen.Const("e"));

    private static readonly Gen<string> Written =
        Gen.Select(OneOf("", "-", "+", "--", " "), Digits, OneOf("", "."), Digits, Exponent)
            .Select((sign, whole, point, fraction, exponent) => sign + whole + point + fraction + exponent);

    /// <summary>Numbers on, or next to, the middle of two floats: rounding twice would show there.</summary>
    private static readonly Gen<string> Middles = Gen.Select(Gen.UInt[1, 0x7F7F_FFFE], Gen.Int[6, 20]).Select((bits, digits) =>
    {
        var lower = BitConverter.UInt32BitsToSingle(bits);
        var middle = ((double)lower + MathF.BitIncrement(lower)) / 2;
        return middle.ToString($"G{digits}", CultureInfo.InvariantCulture);
    });

    [Fact]
    public void FloatsHaveTheBitsOfTheRuntimesParser() =>
        Gen.OneOf(Written, Middles, Gen.Float.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))
            .Sample(
                text =>
                {
                    var known = float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var expected)
                        && float.IsFinite(expected);
                    Assert.Equal(known, NumberText.TryFloat(Encoding.UTF8.GetBytes(text), (byte)'.', out var value));
                    Assert.True(!known || BitConverter.SingleToUInt32Bits(expected) == BitConverter.SingleToUInt32Bits(value), text);
                },
                seed: "0N0XIzNsQ0O2",
                iter: 200_000,
                threads: 1);

    [Fact]
    public void DoublesHaveTheBitsOfTheRuntimesParser() =>
        Gen.OneOf(Written, Gen.Double.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))
            .Sample(
                text =>
                {
                    var known = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var expected)
                        && double.IsFinite(expected);
                    Assert.Equal(known, NumberText.TryDouble(Encoding.UTF8.GetBytes(text), (byte)'.', out var value));
                    Assert.True(!known || BitConverter.DoubleToUInt64Bits(expected) == BitConverter.DoubleToUInt64Bits(value), text);
                },
                seed: "0N0XIzNsQ0O2",
                iter: 100_000,
                threads: 1);

    [Fact]
    public void WholeNanosecondsAreThoseOfDecimalArithmetic() =>
        Gen.Select(Gen.Decimal[-9e9m, 9e9m], Gen.Int[0, 12]).Sample(
            (number, decimals) =>
            {
                var text = Math.Round(number, decimals).ToString(CultureInfo.InvariantCulture);
                Assert.True(NumberText.TryScaled(Encoding.UTF8.GetBytes(text), (byte)'.', 9, out var value)
                    || text.Count(char.IsAsciiDigit) > 19, text);
                if (text.Count(char.IsAsciiDigit) <= 19)
                    Assert.Equal((long)decimal.Round(Math.Round(number, decimals) * 1_000_000_000), value);
            },
            seed: "0N0XIzNsQ0O2",
            iter: 50_000,
            threads: 1);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    [Theory]
    [InlineData("1,5", 1.5f)]
    [InlineData("-0,000001234567890123456789", -0.000001234567890123456789f)]
    [InlineData("16777217", 16777216f)]
    [InlineData("1,25E-3", 0.00125f)]
    public void DecimalCommasReadAsPointsDo(string text, float expected)
    {
        Assert.True(NumberText.TryFloat(Encoding.UTF8.GetBytes(text), (byte)',', out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1.234,5")]
    [InlineData("1,2,3")]
    [InlineData("")]
    public void APointIsNoPartOfANumberWithCommas(string text) =>
        Assert.False(NumberText.TryFloat(Encoding.UTF8.GetBytes(text), (byte)',', out _));
}
