package eu.urbact.infocus.event.programme;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.event.programme.Programme.Contribution;
import eu.urbact.infocus.event.programme.Programme.Item;

import static eu.urbact.infocus.event.programme.Examples.item;
import static eu.urbact.infocus.event.programme.Examples.part;
import static eu.urbact.infocus.event.programme.Examples.programme;
import static eu.urbact.infocus.event.programme.Examples.talk;
import static org.assertj.core.api.Assertions.assertThat;

class ItemIdentitiesTest {

    private long made;

    private Programme assign(Programme programme, Programme... earlier) {
        return new ItemIdentities(List.of(earlier), () -> new UUID(0, ++made)).assign(programme);
    }

    private final Programme content = programme(item("a", "09:00", null)
            .withContributions(List.of(talk("x", null)))
            .withParts(List.of(part("p", null, Audience.OPEN).withContributions(List.of(talk("x", null))))));

    @Test
    void everyItemPartAndContributionGetsItsOwn() {
        assertThat(identities(assign(content)))
                .doesNotContainNull()
                .doesNotHaveDuplicates()
                .hasSize(4);
    }

    @Test
    void theSameContentKeepsItsIdentities() {
        Programme first = assign(content);

        assertThat(assign(content, first)).isEqualTo(first);
        assertThat(made).isEqualTo(4);
    }

    @Test
    void anItemThatMovesOrIsRenamedStaysTheSame() {
        Programme first = assign(content);
        Programme moved = assign(programme(item("new", "08:00", null), item("a", "17:00", "18:00")), first);

        assertThat(moved.items().skip(1))
                .extracting(Item::id)
                .containsExactlyElementsOf(first.items().map(Item::id).toList());
    }

    @Test
    void anItemThatComesBackIsFoundInAnEarlierVersion() {
        Programme first = assign(content);
        Programme without = assign(programme(item("other", "09:00", null)), first);

        assertThat(identities(assign(content, without, first))).isEqualTo(identities(first));
    }

    private static List<UUID> identities(Programme programme) {
        return programme
                .items()
                .flatMap(item -> Stream.concat(Stream.of(item), item.parts().stream()))
                .flatMap(item -> Stream.concat(
                        Stream.of(item.id()), item.contributions().stream().map(Contribution::id)))
                .toList();
    }
}
