using EdgeInfer.Datasets.Surveying;

namespace EdgeInfer.Datasets.Roles;

/// <summary>A column that is no channel, and why.</summary>
internal sealed record UnusedColumn(ColumnSurvey Column, string Reason);
