package eu.urbact.infocus.chassis.rest;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a caller has already. */
class EntityTagsTest {

    @Test
    void the_same_tag_is_known_strong_weak_or_among_others() {
        assertThat(EntityTags.isKnown("\"v3\"", "\"v3\"")).isTrue();
        assertThat(EntityTags.isKnown("W/\"v3\"", "\"v3\"")).isTrue();
        assertThat(EntityTags.isKnown("\"v1\", W/\"v3\"", "\"v3\"")).isTrue();
        assertThat(EntityTags.isKnown(" * ", "\"v3\"")).isTrue();
    }

    @Test
    void another_tag_is_not() {
        assertThat(EntityTags.isKnown(null, "\"v3\"")).isFalse();
        assertThat(EntityTags.isKnown("", "\"v3\"")).isFalse();
        assertThat(EntityTags.isKnown("v3", "\"v3\"")).isFalse();
        assertThat(EntityTags.isKnown("\"v33\"", "\"v3\"")).isFalse();
    }

    @Test
    void a_change_needs_the_strong_tag_of_what_is_changed_or_takes_anything() {
        assertThat(EntityTags.matches("\"v3\"", "\"v3\"")).isTrue();
        assertThat(EntityTags.matches("\"v1\" , \"v3\"", "\"v3\"")).isTrue();
        assertThat(EntityTags.matches(" * ", "\"v3\"")).isTrue();
        assertThat(EntityTags.matches("W/\"v3\"", "\"v3\"")).isFalse();
        assertThat(EntityTags.matches("\"v33\"", "\"v3\"")).isFalse();
    }
}
