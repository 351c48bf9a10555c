package eu.urbact.infocus.portal.cooperation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.Cooperation;
import eu.urbact.infocus.portal.shell.text.Lengths;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/**
 * A proposal as it is being written.
 *
 * @param from id of the own cluster
 * @param to id of the other city's cluster
 * @param message what is proposed
 * @param submission the same when the same page is sent twice
 */
public record ProposalForm(String from, String to, String message, String submission) {

    static final String ID = "[a-z0-9-]{1,60}";
    private static final int LONGEST = 2_000;

    static ProposalForm of(String from, String to) {
        return new ProposalForm(from, to, "", UUID.randomUUID().toString());
    }

    static ProposalForm of(MultivaluedMap<String, String> sent) {
        return new ProposalForm(
                stripped(sent, "from"), stripped(sent, "to"), stripped(sent, "message"), stripped(sent, "submission"));
    }

    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        if (!from.matches(ID)) {
            errors.add(new FormErrors.Entry("from", "Choose one of your clusters."));
        }
        if (!to.matches(ID)) {
            errors.add(new FormErrors.Entry("to", "Choose a cluster of another city."));
        }
        if (message.isEmpty()) {
            errors.add(new FormErrors.Entry("message", "Say what you would like to do together."));
        } else if (Lengths.of(message) > LONGEST) {
            errors.add(new FormErrors.Entry(
                    "message", "Use at most 2,000 characters; these are " + Lengths.of(message) + "."));
        }
        return new FormErrors(errors);
    }

    Cooperation.Proposal proposal() {
        return new Cooperation.Proposal(from, to, message);
    }
}
