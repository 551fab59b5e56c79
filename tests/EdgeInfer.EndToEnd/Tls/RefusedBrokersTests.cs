using System.Globalization;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.EndToEnd.Tls;

/// <summary>What a user sees of a refusal: one line, at once, and never a secret.</summary>
public sealed class RefusedBrokersTests : IDisposable
{
    private const string Secret = "s3cret";

    private readonly TemporaryFolder _folder = new();
    private readonly string _data;
    private readonly string _bundle;

    public RefusedBrokersTests()
    {
        _data = TinyTask.WriteData(_folder.File("data"), windows: 6, "a");
        _bundle = TinyTask.WriteTreeBundle(_folder.File("trees"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task APasswordInTheAddressIsNotRepeated() => Assert.Equal(
        "--broker: no user, password or query may stand in an address, where process lists and logs show it; "
        + "write them into a file and name it with --credentials FILE",
        await ErrorAsync("--broker", $"mqtt://pi5:{Secret}@localhost"));

    [Fact]
    public async Task AWrongPasswordEndsTheProgramWithTheBrokersWord()
    {
        // No user at all: whatever a device shows is wrong.
        await File.WriteAllTextAsync(_folder.File("users"), "", TestContext.Current.CancellationToken);
        await using var broker = Mosquitto.OrSkip($"allow_anonymous false\npassword_file {_folder.File("users")}");
        await broker.StartAsync();
        var address = string.Create(CultureInfo.InvariantCulture, $"localhost:{broker.Port}");

        Assert.Equal(
            $"{address}: the broker refused: NotAuthorized; see the user and password in --credentials, and the broker's list of users",
            await ErrorAsync("--broker", address, "--credentials", WriteCredentials()));
    }

    private string WriteCredentials()
    {
        var file = _folder.File("mqtt");
        File.WriteAllText(file, $"username=pi5\npassword={Secret}\n");
        FileRights.Set(file, FileRights.OwnerAlone);
        return file;
    }

    private async Task<string> ErrorAsync(params string[] broker)
    {
        await using var process = ToolProcess.Start(
            _folder.Path, [.. Executables.JitRuntime, "replay", "--data", _data, "--bundle", _bundle, .. broker]);
        var result = await process.EndAsync();
        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain(Secret, result.ToString(), StringComparison.Ordinal);
        return Assert.Single(result.Errors);
    }
}
