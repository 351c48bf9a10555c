package eu.urbact.infocus.portal.profiles;

import java.util.List;

import io.quarkus.qute.TemplateExtension;

/** Words for what stands in profiles. */
@TemplateExtension(namespace = "profiles")
final class ProfileWords {

    private ProfileWords() {}

    /** What a field is called. */
    static String label(String field) {
        return ProfileSection.labelOf(field);
    }

    /** Whether a picker with these groups knows a code. */
    static boolean knows(List<Group> groups, String code) {
        return groups.stream().flatMap(group -> group.items().stream()).anyMatch(item -> item.code()
                .equals(code));
    }
}
