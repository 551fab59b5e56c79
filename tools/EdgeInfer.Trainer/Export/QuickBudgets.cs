namespace EdgeInfer.Trainer.Export;

/// <summary>What people read beside a figure of a model that was trained by <c>--quick</c>.</summary>
internal static class QuickBudgets
{
    public const string Mark = "quick budgets: no basis for a choice";
}
