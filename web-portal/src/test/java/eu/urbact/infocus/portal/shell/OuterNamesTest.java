package eu.urbact.infocus.portal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OuterNamesTest {

    record Room(String name) {}

    private final List<String> othersAskedFor = new ArrayList<>();

    private final ValueResolver others = new ValueResolver() {
        @Override
        public boolean appliesTo(EvalContext asked) {
            othersAskedFor.add(asked.getName());
            return false;
        }

        @Override
        public CompletionStage<Object> resolve(EvalContext asked) {
            return Results.notFound(asked);
        }
    };

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addValueResolver(new OuterNames())
            .addValueResolver(others)
            .build();

    private String render(String template) {
        return engine.parse(template)
                .data("name", "page")
                .data("rooms", List.of(new Room("Römer"), new Room("Main")))
                .data("nothing", null)
                .data("words", Map.of("colour", "red"))
                .render();
    }

    @Test
    void the_nearest_name_counts() {
        assertThat(render("{#for room in rooms}{name} {room.name} {/for}")).isEqualTo("page Römer page Main ");
        assertThat(render("{#for name in rooms}{name.name} {/for}{name}")).isEqualTo("Römer Main page");
        assertThat(render("{#let name='let'}{#for room in rooms}{name}{/for}{/let}{name}"))
                .isEqualTo("letletpage");
        assertThat(render("{#let name=rooms.0.name}{#if true}{name}{/if}{/let}"))
                .isEqualTo("Römer");
    }

    @Test
    void members_of_an_object_and_what_loops_know_stay_what_they_are() {
        assertThat(render("{#each rooms}{it.name}{it_hasNext} {/each}")).isEqualTo("Römertrue Mainfalse ");
        assertThat(render("{#with rooms.0}{name} {rooms.size}{/with}")).isEqualTo("Römer 2");
        assertThat(render("{#if true}{words.colour}{/if}")).isEqualTo("red");
        assertThat(render("{#for room in rooms}{room_count}/{rooms.size} {/for}"))
                .isEqualTo("1/2 2/2 ");
    }

    @Test
    void nothing_is_nothing_and_not_somebody_elses() {
        assertThat(render("{#for room in rooms}{#if nothing}some{#else}none{/if} {/for}"))
                .isEqualTo("none none ");
        assertThat(render("{#let name=nothing}{name ?: 'empty'}{/let}")).isEqualTo("empty");
        assertThatThrownBy(() -> render("{#for room in rooms}{unknown}{/for}")).hasMessageContaining("unknown");
    }

    @Test
    void nobody_else_is_asked_for_an_outer_name() {
        render("{#for room in rooms}{#if name}{#let other='x'}{name} {unknown ?: ''}{/let}{/if}{/for}");
        assertThat(othersAskedFor).contains("unknown").doesNotContain("name", "rooms", "room");
    }
}
