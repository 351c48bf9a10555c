package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.util.List;

/** What a cluster offers to others, or what it looks for, until a day. */
public record Notice(
        String clusterId,
        String cluster,
        String kind,
        String text,
        Code competence,
        Code activity,
        LocalDate expiresOn) {

    /** Those of one kind, {@code OFFER} or {@code NEED}. */
    public static Answer<List<Notice>> ofKind(String kind, Answer<Page<Notice>> all) {
        return all.map(page -> page.items().stream()
                .filter(notice -> kind.equals(notice.kind()))
                .toList());
    }

    /** What it is about; empty when nothing is said. */
    public String about() {
        Code code = competence == null ? activity : competence;
        return code == null ? "" : code.label() == null ? code.code() : code.label();
    }

    /** A code with its label. */
    public record Code(String code, String label) {}
}
