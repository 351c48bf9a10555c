package eu.urbact.infocus.deploy.acceptance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** The mail catcher. */
final class Mails {

    private static final String API = Platform.get().url("mail") + "/api/mails";
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/en/(?:my|invitation)/[A-Za-z0-9._~-]+");

    private Mails() {}

    /** Mails to one address, oldest first. */
    static List<JsonNode> to(String address) {
        List<JsonNode> mails = new ArrayList<>();
        for (JsonNode item :
                Api.get(API + "?to=" + Api.encode(address)).expect(200).json().path("items")) {
            mails.add(Api.get(API + "/" + item.path("id").asText()).expect(200).json());
        }
        return mails;
    }

    /** The n-th mail to an address, from 1; waits for it. */
    static JsonNode awaited(String address, int number) {
        return Eventually.get("mail " + number + " to " + address, () -> to(address), mails -> mails.size() >= number)
                .get(number - 1);
    }

    /** How many mails came for each address that ends with this. */
    static Map<String, Integer> countedBy(String ending) {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode item : Api.get(API).expect(200).json().path("items")) {
            String recipient = item.path("recipient").asText();
            if (recipient.endsWith(ending)) {
                counts.merge(recipient, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The personal link in a mail. */
    static String link(JsonNode mail) {
        Matcher link = LINK.matcher(mail.path("text").asText());
        if (!link.find()) {
            throw new AssertionError("No personal link in: " + mail.path("text").asText());
        }
        return link.group();
    }
}
