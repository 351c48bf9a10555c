package eu.urbact.infocus.directory.opendata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.Rio;

/** Writes a graph as Turtle or as JSON-LD. */
final class RdfWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RdfWriter() {}

    /**
     * Writes Turtle.
     *
     * @param names gives the prefixes
     * @param parts of one graph; what is said about a thing stands in one of them
     */
    static byte[] turtle(Names names, Stream<Model> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter writer = Rio.createWriter(RDFFormat.TURTLE, out);
        writer.startRDF();
        names.graph().getNamespaces().forEach(known -> writer.handleNamespace(known.getPrefix(), known.getName()));
        parts.forEach(part -> part.forEach(writer::handleStatement));
        writer.endRDF();
        return out.toByteArray();
    }

    /**
     * Writes JSON-LD in its flattened form: one object per subject, prefixes in a context of its own, so that nobody needs to fetch
     * anything to read it. The graphs here have no blank nodes.
     *
     * @param names gives the prefixes
     * @param parts of one graph; what is said about a thing stands in one of them
     */
    static byte[] jsonLd(Names names, Stream<Model> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, Object> context = new LinkedHashMap<>();
        names.graph().getNamespaces().forEach(known -> context.put(known.getPrefix(), known.getName()));
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writePOJOField("@context", context);
            json.writeArrayFieldStart("@graph");
            for (Model part : (Iterable<Model>) parts::iterator) {
                for (Map<String, Object> subject : subjects(part)) {
                    json.writePOJO(subject);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Collection<Map<String, Object>> subjects(Model graph) {
        Map<String, Map<String, Object>> subjects = new LinkedHashMap<>();
        for (Statement statement : graph) {
            Map<String, Object> subject =
                    subjects.computeIfAbsent(statement.getSubject().stringValue(), id -> {
                        Map<String, Object> made = new LinkedHashMap<>();
                        made.put("@id", id);
                        return made;
                    });
            if (statement.getPredicate().equals(RDF.TYPE)) {
                add(subject, "@type", shortened(graph, (IRI) statement.getObject()));
            } else {
                add(subject, shortened(graph, statement.getPredicate()), value(statement.getObject(), graph));
            }
        }
        return subjects.values();
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, Object> subject, String property, Object value) {
        ((List<Object>) subject.computeIfAbsent(property, any -> new ArrayList<>())).add(value);
    }

    private static Object value(Value value, Model graph) {
        if (value instanceof Literal literal) {
            if (literal.getLanguage().isPresent()) {
                return Map.of(
                        "@value",
                        literal.getLabel(),
                        "@language",
                        literal.getLanguage().get());
            }
            return literal.getDatatype().equals(XSD.STRING)
                    ? Map.of("@value", literal.getLabel())
                    : Map.of("@value", literal.getLabel(), "@type", shortened(graph, literal.getDatatype()));
        }
        return Map.of("@id", value.stringValue());
    }

    private static String shortened(Model graph, IRI iri) {
        return graph.getNamespaces().stream()
                .filter(namespace -> namespace.getName().equals(iri.getNamespace()))
                .findFirst()
                .map(namespace -> namespace.getPrefix() + ":" + iri.getLocalName())
                .orElse(iri.stringValue());
    }
}
