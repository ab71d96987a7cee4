package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** One Kubernetes object as the chart renders it. */
record Rendered(String yaml, JsonNode json) {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static Rendered of(String yaml) {
        try {
            return new Rendered(yaml, YAML.readTree(yaml));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not YAML: " + yaml, e);
        }
    }

    String kind() {
        return json.path("kind").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    String component() {
        return label("component");
    }

    String label(String name) {
        return json.at("/metadata/labels").path("app.kubernetes.io/" + name).asText();
    }

    /** The pod that this object is or makes; missing for others. */
    JsonNode pod() {
        return "Pod".equals(kind()) ? json : json.at("/spec/template");
    }

    boolean hasPod() {
        return !pod().isMissingNode();
    }

    JsonNode container() {
        JsonNode containers = pod().at("/spec/containers");
        assertThat(containers).as("containers of %s", this).hasSize(1);
        return containers.get(0);
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
