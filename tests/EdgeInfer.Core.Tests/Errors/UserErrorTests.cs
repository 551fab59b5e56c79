using System.Net.Sockets;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Core.Tests.Errors;

public sealed class UserErrorTests
{
    private const int NoSpaceLeft = 28;

    [Fact]
    public void InvalidInputIsItsOwnLine() =>
        Assert.Equal("a.csv:7: label 'x' is unknown", Describe(InvalidInputException.AtLine("a.csv", 7, "label 'x' is unknown")));

    [Fact]
    public void AFullDiskIsNamed() =>
        Assert.StartsWith("disk full: ", Describe(new IOException("write", NoSpaceLeft)), StringComparison.Ordinal);

    [Fact]
    public void AMissingFileOrFolderAndMissingRightsAreTheUsersToMend()
    {
        Assert.Equal("no f", Describe(new FileNotFoundException("no f")));
        Assert.Equal("no d", Describe(new DirectoryNotFoundException("no d")));
        Assert.Equal("denied", Describe(new UnauthorizedAccessException("denied")));
        Assert.Equal("read-only file system", Describe(new IOException("read-only file system")));
    }

    [Fact]
    public void TooLittleMemoryIsOneLine()
    {
        Assert.StartsWith("out of memory: ", Describe(new InsufficientMemoryException()), StringComparison.Ordinal);
    }

    [Fact]
    public void APortInUseIsNamed() =>
        Assert.StartsWith("port in use: ", Describe(new SocketException((int)SocketError.AddressAlreadyInUse)), StringComparison.Ordinal);

    [Fact]
    public void AnAggregateIsDescribedByWhatItHolds() =>
        Assert.Equal("p: r", Describe(new AggregateException(new InvalidInputException("p", "r"))));

    [Fact]
    public void ABugIsNotTheUsersToMend()
    {
        Assert.False(UserError.TryDescribe(new InvalidOperationException("bug"), out _));
        Assert.False(UserError.TryDescribe(new SocketException((int)SocketError.ConnectionRefused), out _));
        Assert.False(UserError.TryDescribe(new AggregateException(new InvalidOperationException("bug")), out _));
    }

    private static string Describe(Exception error)
    {
        Assert.True(UserError.TryDescribe(error, out var line));
        return line;
    }

    [Fact]
    public void AMessageOfSeveralLinesBecomesOne() =>
        Assert.Equal("Must be one of: 'a' 'b'", UserError.OneLine("Must be one of:\n\t'a'\r\n\t'b'\n"));
}
