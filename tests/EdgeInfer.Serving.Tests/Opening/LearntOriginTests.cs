using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Serving.Tests.Opening;

public sealed class LearntOriginTests
{
    private const string Phone = "Activity from a phone: Data in Brief 2023, 109809, doi:10.1016/j.dib.2023.109809, CC BY 4.0";
    private const string Watch = "Activity from a watch: Data in Brief 2023, 109809, https://doi.org/10.1016/j.dib.2023.109809";

    [Theory]
    [InlineData(Phone, Watch, true)]
    [InlineData(Phone + "; nobody", "nobody", true)]
    [InlineData("nobody", "nobody", true)]
    [InlineData(Phone, "another, doi:10.1016/j.dib.2023.109810", false)]
    [InlineData(Phone, null, false)]
    public void OneStudyIsKnownByItsDoiOrItsWords(string learnt, string? tested, bool same) =>
        Assert.Equal(same, LearntOrigin.IsOne(learnt, tested));
}
