using EdgeInfer.Measurement.Machine;

namespace EdgeInfer.Measurement.Tests.Machine;

public class MachineInfoTests
{
    private static readonly string[] RaspberryPi =
    [
        "processor\t: 0",
        "BogoMIPS\t: 108.00",
        "CPU implementer\t: 0x41",
        "CPU architecture: 8",
        "CPU part\t: 0xd0b",
        "",
        "Revision\t: d04170",
        "Serial\t\t: 1000000012345678",
        "Model\t\t: Raspberry Pi 5 Model B Rev 1.0",
    ];

    [Fact]
    public void AnArmBoardIsNamedByItsModelLineAndItsCore() =>
        Assert.Equal(
            new ProcessorText("Cortex-A76", "Raspberry Pi 5 Model B Rev 1.0"), ProcessorText.Parse(RaspberryPi));

    [Fact]
    public void AnX86ModelNumberIsNotABoard() =>
        Assert.Equal(
            new ProcessorText("Some Processor 9000", null),
            ProcessorText.Parse(["model\t\t: 143", "model name\t: Some Processor 9000", "model name\t: Other"]));

    [Fact]
    public void TheSerialNumberAppearsNowhere()
    {
        var text = ProcessorText.Parse(RaspberryPi);
        var machine = new MachineInfo(text.Processor!, text.Board, "arm64", 4, "Debian", 8_000_000_000);

        Assert.DoesNotContain("12345678", machine.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "Raspberry Pi 5 Model B Rev 1.0, Cortex-A76 (arm64, 4 cores), Debian", machine.Describe());
    }

    [Fact]
    public void MemoryIsReadInBytes()
    {
        Assert.Equal(1024 * 8_000_000L, MachineInfo.ParseMemory(["MemTotal:        8000000 kB", "MemFree: 1 kB"]));
        Assert.Null(MachineInfo.ParseMemory(["MemTotal: none"]));
        Assert.Null(MachineInfo.ParseMemory([]));
    }

    [Fact]
    public void ThisMachineHasANameAndCores()
    {
        var machine = MachineInfo.Read();

        Assert.NotEmpty(machine.Processor);
        Assert.True(machine.Cores >= 1);
        Assert.NotEmpty(machine.Os);
    }
}
