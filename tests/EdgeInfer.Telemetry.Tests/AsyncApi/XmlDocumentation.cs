using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace EdgeInfer.Telemetry.Tests.AsyncApi;

/// <summary>What the sources say of messages and fields, from the file that the compiler writes beside the assembly.</summary>
internal static class XmlDocumentation
{
    public static string Of(Type type) => Summary(type.Assembly, $"T:{type.FullName}");

    public static string Of(PropertyInfo property) =>
        Summary(property.DeclaringType!.Assembly, $"P:{property.DeclaringType.FullName}.{property.Name}");

    private static string Summary(Assembly assembly, string name)
    {
        var file = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml"));
        var member = file.Descendants("member").FirstOrDefault(member => (string?)member.Attribute("name") == name);
        return member?.Element("summary") is { } summary
            ? Regex.Replace(summary.Value.Trim(), @"\s+", " ")
            : throw new InvalidOperationException($"{name} has no summary, which the document of messages takes its words from");
    }
}
