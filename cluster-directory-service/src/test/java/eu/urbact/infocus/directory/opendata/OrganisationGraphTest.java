package eu.urbact.infocus.directory.opendata;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterDetails;
import eu.urbact.infocus.directory.cluster.ClusterKind;
import eu.urbact.infocus.directory.cluster.Confirmation;

import static eu.urbact.infocus.directory.opendata.Names.schema;
import static org.assertj.core.api.Assertions.assertThat;

class OrganisationGraphTest {

    private static final Names NAMES = new Names("https://portal.example");
    private static final IRI OPTICS = NAMES.thing("cluster", "optics-porto");

    @Test
    void what_a_city_published_is_said_in_the_words_of_schema_org() {
        Model graph = graph("https://optics.example", List.of("Photonics21", "EPIC"));

        assertThat(objects(graph, OPTICS, "sameAs")).containsExactly(Values.iri("https://optics.example"));
        assertThat(objects(graph, OPTICS, "foundingDate")).containsExactly(Values.literal("2008", XSD.GYEAR));
        IRI staff = Values.iri(OPTICS + "#staff");
        assertThat(objects(graph, OPTICS, "numberOfEmployees")).containsExactly(staff);
        assertThat(objects(graph, staff, "value")).containsExactly(Values.literal(4));
        assertThat(objects(graph, OPTICS, "memberOf"))
                .containsExactlyInAnyOrder(Values.iri(OPTICS + "#network-1"), Values.iri(OPTICS + "#network-2"));
        assertThat(objects(graph, Values.iri(OPTICS + "#network-2"), "name")).containsExactly(Values.literal("EPIC"));
        assertThat(graph.filter(OPTICS, NAMES.own("confirmedOn"), null).objects())
                .containsExactly(Values.literal(LocalDate.of(2016, 10, 10)));
    }

    @Test
    void nobody_to_contact_is_in_it_and_an_address_that_no_graph_can_hold_is_left_out() {
        Model graph = graph("https://optics.example/\u00e9^", List.of());

        assertThat(objects(graph, OPTICS, "sameAs")).isEmpty();
        assertThat(objects(graph, OPTICS, "memberOf")).isEmpty();
        assertThat(graph)
                .noneMatch(statement -> statement.getObject().stringValue().contains("Ana"));
    }

    private static Model graph(String website, List<String> networks) {
        ClusterDetails details = new ClusterDetails(
                2008,
                null,
                website,
                4,
                null,
                null,
                networks,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "The head of Ana's office");
        ClusterDescription cluster = new ClusterDescription(
                "optics-porto",
                "Optics Porto",
                ClusterKind.CLUSTER_ORGANISATION,
                Optional.empty(),
                "PT",
                "Light.",
                "",
                List.of(),
                List.of(),
                Optional.of(details),
                Optional.of(new Confirmation(LocalDate.of(2016, 10, 10), false)));
        return new OrganisationGraph(NAMES).cluster(cluster, Optional.empty());
    }

    private static Set<Value> objects(Model graph, IRI subject, String property) {
        return graph.filter(subject, schema(property), null).objects();
    }
}
