using CsCheck;

namespace EdgeInfer.Trees.Tests;

/// <summary>Properties over the same cases in every run; the case's number is in the failure.</summary>
internal static class Deterministic
{
    private const ulong Seed = 20_261_122;

    public static void ForAll<T>(Gen<T> gen, int cases, Action<T> check)
    {
        var random = new PCG(1, Seed);
        for (var number = 0; number < cases; number++)
        {
            var value = gen.Generate(random, null, out _);
            var error = Record.Exception(() => check(value));
            Assert.True(error is null, $"seed {Seed}, case {number}: {error}");
        }
    }
}
