using EdgeInfer.Telemetry.Commands;
using EdgeInfer.Telemetry.Commands.Wire;

namespace EdgeInfer.Telemetry.Tests.Commands;

public sealed class RefusalNoticesTests
{
    [Fact]
    public void EachReasonIsToldOnceInTenSecondsAndThenHowManyWereNot()
    {
        var told = new List<string>();
        var notices = new RefusalNotices(told.Add);

        notices.Tell(CommandRefusal.Json, 0, "one");
        notices.Tell(CommandRefusal.Json, 1, "two");
        notices.Tell(CommandRefusal.Mac, 2, "another reason");
        notices.Tell(CommandRefusal.Json, 9_999, "three");
        notices.Tell(CommandRefusal.Json, 10_000, "four");
        notices.Tell(CommandRefusal.Json, 30_000, "five");

        Assert.Equal(["one", "another reason", "four (2 more of this kind since the last line)", "five"], told);
    }
}
