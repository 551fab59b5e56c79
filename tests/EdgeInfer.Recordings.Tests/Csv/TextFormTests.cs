using System.IO.Compression;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Csv;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Recordings.Tests.Csv;

public sealed class TextFormTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("t,v\n0,1.5\n1,2.5\n")]
    [InlineData("# logger 7\n# rate 50 Hz\nt,v\n0,1.5\n1,2.5\n")]
    [InlineData("// logger\n% more\n; and more\nt,v\n0,1.5\n1,2.5\n")]
    [InlineData("Device: phone\nSample rate,50\n\nt,v\n0,1.5\n1,2.5\n")]
    [InlineData("t,v\ns,m/s2\n0,1.5\n1,2.5\n")]
    [InlineData("t,v\n0,1.5,\n1,2.5,\n")]
    [InlineData("t,v,\n0,1.5,\n1,2.5,\n")]
    [InlineData("t,v,\n0,1.5\n1,2.5\n")]
    [InlineData("t;v\n0;1,5\n1;2,5\n")]
    [InlineData("sep=;\nt;v\n0;1,5\n1;2,5\n")]
    [InlineData("sep=\t\nt\tv\n0\t1.5\n1\t2.5\n")]
    [InlineData("t\tv\n0,0\t1,5\n1,0\t2,5\n")]
    [InlineData("t|v\n0|1.5\n1|2.5\n")]
    [InlineData("  t     v\n  0   1.5\n  1   2.5\n")]
    [InlineData("# t v\n0 1.5\n1 2.5\n")]
    [InlineData("t,v\r0,1.5\r1,2.5\r")]
    [InlineData("\"t\",\"v\"\n\"0\",\"1.5\"\n\"1\",\"2.5\"\n")]
    [InlineData("t,v\n\"0,0\",\"1,5\"\n\"1,0\",\"2,5\"\n")]
    [InlineData("t:\tv:\n0\t1.5\n1\t2.5\n")]
    [InlineData("t:0,v:1.5\nt:1,v:2.5\n")]
    [InlineData("t:0 v:1.5\nt:1 v:2.5\n")]
    [InlineData("# 1\n# 2\n# 3\n# 4\n# 5\n# 6\n# 7\n# 8\nt,v\n0,1.5\n1,2.5\n")]
    [InlineData("t,v\n0,1.5\nt,v\n1,2.5\n")]
    [InlineData("t,v\n0,1.5\n# lost 3 samples\n\n1,2.5")]
    [InlineData("Shimmer,Shimmer\nt,v\nCAL,CAL\nms,m/(s^2)\n0,1.5\n1,2.5\n")]
    public void OneTableReadsTheSameInEveryForm(string text)
    {
        using var csv = Open(text);
        Assert.Equal(["t", "v"], csv.Header);
        Assert.Equal([(0, 1.5f), (1, 2.5f)], Rows(csv));
    }

    [Theory]
    [InlineData("0,1.5\n1,2.5\n")]
    [InlineData("0;1,5\n1;2,5\n")]
    [InlineData("0 1.5\n1 2.5\n")]
    [InlineData("0,1.5,\n1,2.5,\n")]
    [InlineData("boot\nready\n0,1.5\n1,2.5\n")]
    public void ColumnsWithoutAHeaderAreNumbered(string text)
    {
        using var csv = Open(text);
        Assert.Equal(["c1", "c2"], csv.Header);
        Assert.Equal([(0, 1.5f), (1, 2.5f)], Rows(csv));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    public void EncodingsAreToldByTheirBytes(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] mark = marked ? encoding.GetPreamble() : [];
        using var csv = Open([.. mark, .. encoding.GetBytes("t,T (°C)\n0,1.5\n1,2.5\n")]);
        Assert.Equal(["t", "T (°C)"], csv.Header);
        Assert.Equal(["", "°C"], csv.Form.Units);
        Assert.Equal([(0, 1.5f), (1, 2.5f)], Rows(csv));
    }

    [Fact]
    public void AnExportOfPhyphoxIsRead()
    {
        using var csv = Open(
            "\"Time (s)\";\"Acceleration x (m/s^2)\"\n0,000000000E0;-1,234500000E-1\n2,500000000E-3;9,806650000E0\n");
        Assert.Equal(["Time (s)", "Acceleration x (m/s^2)"], csv.Header);
        Assert.Equal(["s", "m/s^2"], csv.Form.Units);
        Assert.Equal([(0f, -0.12345f), (0.0025f, 9.80665f)], Rows(csv));
    }

    [Fact]
    public void AFileOfSensorLoggerIsRead()
    {
        using var csv = Open("time,seconds_elapsed,z,y,x\n1698501144401773000,0.0517,-0.0017,0.0119,-0.0025\n"
            + "1698501144411773000,0.0617,-0.0018,0.0120,-0.0026\n");
        Assert.Equal(["time", "seconds_elapsed", "z", "y", "x"], csv.Header);
        Assert.True(csv.Read());
        Assert.True(csv.TryScaled(0, 0, out var time));
        Assert.Equal(1698501144401773000, time);
        Assert.Equal(-0.0025f, csv.Number(4));
    }

    [Fact]
    public void TimesOfTheSerialMonitorBecomeSecondsThatGoOnRisingAtNight()
    {
        using var csv = Open(
            "23:59:58.500 -> ets Jun  8 2016\n23:59:59.500 -> 0.1,1\n"
            + "23:59:59.750 -> 0.2,2\n00:00:00.250 -> 0.3,3\n00:00:00.500 -> 0.4,4\n");
        Assert.Equal(["time", "c1", "c2"], csv.Header);
        Assert.Equal("s", csv.Form.Units[0]);
        var times = new List<double>();
        while (csv.Read())
            times.Add(csv.Double(0) + csv.Double(2));
        Assert.Equal([86400.5, 86401.75, 86403.25, 86404.5], times);
    }

    [Fact]
    public void TheHeaderThatADevicePrintsAtEachStartIsFoundBehindTheStamp()
    {
        using var csv = Open("12:00:00.100 -> x,y\n12:00:00.200 -> 1,2\n12:00:00.300 -> 3,4\n12:00:01.100 -> x,y\n12:00:01.200 -> 5,6\n");
        Assert.Equal(["time", "x", "y"], csv.Header);
        var sums = new List<float>();
        while (csv.Read())
            sums.Add(csv.Number(1) + csv.Number(2));
        Assert.Equal([3, 7, 11], sums);
        Assert.Equal(1, csv.RepeatedHeaders);
    }

    [Fact]
    public void WhatWasFoundIsToldInWords()
    {
        using var csv = Open("# logger\nTime;x\ns;g\n0,0;1,5;\n0,1;2,5;\n");
        Assert.Equal(
            "semicolons, decimal commas, header in line 2, units in line 3, 1 comment line passed over, each row ends in a delimiter",
            csv.Form.Describe());
        Assert.Equal(["s", "g"], csv.Form.Units);
    }

    [Fact]
    public void APackedFileReadsAsItsContentDoes()
    {
        using var csv = Open(Packed("t,v\n0,1.5\n1,2.5\n"));
        Assert.Equal([(0, 1.5f), (1, 2.5f)], Rows(csv));
        Assert.EndsWith("gzip", csv.Form.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void APackedFileThatIsCutOffSaysSo()
    {
        var text = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},{i * 7919L % 10007}\n"));
        var packed = Packed("t,v\n" + text);
        var error = Assert.Throws<InvalidInputException>(() =>
        {
            using var csv = Open(packed[..(packed.Length / 2)]);
            while (csv.Read())
                _ = csv.Number(1);
        });
        Assert.Equal("the gzip file is damaged or cut off: copy or pack it again", error.Reason);
    }

    [Fact]
    public void APackedFileMayNotUnpackToFarMoreThanItsSize()
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("0,0\n", 1 << 18)));
            for (var i = 0; i < 20; i++)
                gzip.Write(block);
        }

        var error = Assert.Throws<InvalidInputException>(() =>
        {
            using var csv = Open(stream.ToArray());
            while (csv.Read())
                _ = csv.Number(1);
        });
        Assert.Contains("unpacks to more than 500 times its size", error.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "a,b\n1,25,0,5\n1,30,0,7\n",
        ":1: the header has 2 names, but the rows have 4 fields: is the comma the decimal mark as well?"
        + " Save the file with decimal points, or with semicolons between the columns")]
    [InlineData("x\n1,5\n2,5\n", ":1: the header has 1 name, but the rows have 2 fields: is the comma the decimal mark as well?"
        + " Save the file with decimal points, or with semicolons between the columns")]
    [InlineData(" \n\n", ": the file is empty")]
    [InlineData("a;b\n1,25;0.5\n1,5;0.7\n", ":2: '1,25' has a decimal comma, but '0.5' in line 2 a decimal point: "
        + "write all numbers with one of them")]
    [InlineData("a;b\n1;1,250\n2;12,500\n", ":2: the comma in '1,250' may be a decimal mark or divide thousands: "
        + "write numbers without a mark for thousands, and with a decimal point")]
    [InlineData("a\tb\n1\t2\t3\n4\t5\t6\n", ":1: the header has 2 names, but the rows have 3 fields: name every column")]
    [InlineData("about these data\nthey are fine\n", ": holds no table: its first 64 KiB have no line of numbers, and no columns")]
    [InlineData("# only\n# comments\n", ": holds no table: its first 64 KiB have no line of numbers, and no columns")]
    [InlineData("a,b\n1,2\0\n3,4\n", ": holds zero bytes: it is no text, or was cut off while it was written")]
    [InlineData("PK\u0003\u0004stuff", ": is a ZIP archive or a spreadsheet: unpack it, or save the sheet as CSV")]
    public void WhatCanBeReadInTwoWaysOrInNoneIsRefusedWithAWayOut(string text, string expected)
    {
        var error = Assert.Throws<InvalidInputException>(() => Open(text));
        Assert.Equal(_folder.File("t.csv") + expected, error.Message);
    }

    [Theory]
    [InlineData("a,b\n1,2\n3,4\n5", ":4: the last line is cut off (1 field, but the header has 2): delete it, or copy the file again")]
    [InlineData("a,b\n1,2\n3,4\n5,x\n", ":4: column 'b': 'x' is not a finite number")]
    [InlineData("a,b\n1,2\n3,4\n5\n6,7\n", ":4: 1 field, but the header has 2: mend or delete the line")]
    [InlineData("1,2\n3,4\n5\n6,7\n", ":3: 1 field, but most rows have 2: mend or delete the line")]
    [InlineData("a:1,b:2\na:3,c:4\na:1,b:2\na:1,b:2\na:1,b:2\n", ":2: column 'b': 'c:4' does not begin with this name and a colon")]
    public void ARowThatIsNotLikeTheOthersIsRefusedByItsLine(string text, string expected)
    {
        using var csv = Open(text);
        var error = Assert.Throws<InvalidInputException>(() => Rows(csv));
        Assert.Equal(_folder.File("t.csv") + expected, error.Message);
    }

    [Fact]
    public void ALoggerThatLostItsPowerIsNamed()
    {
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},1\n"));
        using var csv = Open("a,b\n" + rows + new string('\0', 512) + "\n");
        var error = Assert.Throws<InvalidInputException>(() => Rows(csv));
        Assert.Equal("the line holds zero bytes, as a logger leaves that lost its power: remove the line", error.Reason);
        Assert.EndsWith(":20002", error.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void ColumnsMatchByNameThenWithoutCaseAndBlanks()
    {
        using var csv = Open("Time, X ,x\n0,1,2\n1,2,3\n");
        Assert.Equal((0, 2), (csv.Column("time"), csv.Column("x")));
        Assert.Equal(1, csv.Column("X"));
        using var twice = Open("T,t\n0,1\n1,2\n");
        Assert.Equal("column ' t ' stands 2 times", Assert.Throws<InvalidInputException>(() => twice.Column(" t ")).Reason);
    }

    [Fact]
    public void AMissingColumnIsToldInOneShortLine()
    {
        var names = string.Join(',', Enumerable.Range(0, 300).Select(i => $"a_rather_long_name_of_a_column_{i}"));
        using var csv = Open($"{names}\n{string.Join(',', Enumerable.Range(0, 300))}\n");
        var error = Assert.Throws<InvalidInputException>(() => csv.Column("x"));
        Assert.InRange(error.Reason.Length, 1, 300);
        Assert.EndsWith(" and 296 more", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ASemicolonAtTheEndOfCommaRowsDividesNothing()
    {
        using var csv = Open(string.Concat(Enumerable.Range(0, 9).Select(row => $"{row},{row}.5;\n")));

        Assert.True(csv.Form.ClosingSemicolon);
        Assert.Equal((',', 2), (csv.Form.Delimiter, csv.Header.Count));
        Assert.Equal((8f, 8.5f), Rows(csv)[^1]);
    }

    private static List<(float, float)> Rows(CsvFile csv)
    {
        var rows = new List<(float, float)>();
        while (csv.Read())
            rows.Add((csv.Number(0), csv.Number(1)));
        return rows;
    }

    private static byte[] Packed(string text)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return stream.ToArray();
    }

    private CsvFile Open(string text) => Open(Encoding.UTF8.GetBytes(text));

    private CsvFile Open(byte[] bytes)
    {
        File.WriteAllBytes(_folder.File("t.csv"), bytes);
        return CsvFile.Open(_folder.File("t.csv"));
    }
}
