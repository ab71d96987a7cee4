package vn.quantrac.helm;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.comments.CommentLine;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads values.yaml with its comments. */
final class ValuesComments {
    private static final String DESCRIPTION = "-- ";
    private static final String SCHEMA = "@schema ";

    private final List<DocumentedValue> values = new ArrayList<>();

    private ValuesComments() {}

    /** Every value in the order of the file; fails for one without a description. */
    static List<DocumentedValue> read(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        Node root = new Yaml(options).compose(new StringReader(yaml));
        Map<String, Object> defaults = new Yaml().load(yaml);
        ValuesComments comments = new ValuesComments();
        comments.visit(List.of(), (MappingNode) root, defaults);
        return comments.values;
    }

    private void visit(List<String> parent, MappingNode mapping, Map<?, ?> defaults) {
        for (NodeTuple tuple : mapping.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            List<String> path = new ArrayList<>(parent);
            path.add(key);
            String description = line(tuple.getKeyNode(), DESCRIPTION);
            if (!description.isEmpty()) {
                String schema = line(tuple.getKeyNode(), SCHEMA);
                values.add(new DocumentedValue(
                        path, description, schema.isEmpty() ? Map.of() : new Yaml().load(schema), defaults.get(key)));
            } else if (tuple.getValueNode() instanceof MappingNode inner
                    && !inner.getValue().isEmpty()) {
                visit(path, inner, (Map<?, ?>) defaults.get(key));
            } else {
                throw new IllegalArgumentException(String.join(".", path) + " has no description");
            }
        }
    }

    private static String line(Node key, String start) {
        return Objects.requireNonNullElse(key.getBlockComments(), List.<CommentLine>of()).stream()
                .map(comment -> comment.getValue().strip())
                .filter(comment -> comment.startsWith(start))
                .map(comment -> comment.substring(start.length()))
                .reduce((first, last) -> last)
                .orElse("");
    }
}
