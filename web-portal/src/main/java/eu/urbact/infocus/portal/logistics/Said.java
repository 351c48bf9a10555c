package eu.urbact.infocus.portal.logistics;

import java.util.function.Predicate;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/**
 * What an organiser had written about one request when the decision was refused, so that it can be shown again.
 *
 * @param request its id; empty when nothing was refused
 * @param hotel the chosen one, or empty
 * @param answer to the person, or empty
 * @param open whether the request still waits for a decision
 */
public record Said(String request, String hotel, String answer, boolean open) {

    static final Said NOTHING = new Said("", "", "", false);

    static Said of(String request, MultivaluedMap<String, String> sent) {
        return new Said(request, stripped(sent, "hotel"), stripped(sent, "answer"), true);
    }

    /** The same, beside the requests that are there now. */
    Said among(Predicate<String> isOpen) {
        return new Said(request, hotel, answer, isOpen.test(request));
    }

    /** What was written to the person of this request. */
    public String answerTo(String id) {
        return request.equals(id) ? answer : "";
    }

    /** The hotel that was chosen for this request, or the one that the person would like. */
    public String hotelFor(String id, String wanted) {
        return request.equals(id) && !hotel.isEmpty() ? hotel : wanted;
    }

    /** Whether something was written for which there is no form any more. */
    public boolean isAnswerLost() {
        return !open && !answer.isEmpty();
    }

    /** The page's name for a field of the decision. */
    String field(String path) {
        return FormErrors.field(path).equals("answer") ? "answer-" + request : "";
    }

    @Override
    public String toString() {
        return "Said";
    }
}
