namespace EdgeInfer.Trees.Files;

internal static class SectionIds
{
    extension(SectionId id)
    {
        public string Name => id.ToString().ToLowerInvariant();

        /// <summary>Whether scores depend on it: a reader that does not know it must refuse the file.</summary>
        public bool Mandatory => id != SectionId.LeafRows;
    }
}
