namespace EdgeInfer.Recordings.Ordering;

/// <summary>Why time steps back from one row to the next.</summary>
internal enum ClockStep
{
    /// <summary>The row comes late: its time fits where rows before it left room.</summary>
    LateRow,

    /// <summary>The clock was set back: from here it counts over times that it had counted already.</summary>
    SetBack,
}
