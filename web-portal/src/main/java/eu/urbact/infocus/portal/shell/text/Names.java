package eu.urbact.infocus.portal.shell.text;

import java.util.List;

import io.quarkus.qute.TemplateExtension;

import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Seats;

/** Names for ids, where the list that knows them was there; otherwise the id itself. */
@TemplateExtension(namespace = "names")
final class Names {

    private Names() {}

    static String city(String id, List<City> cities) {
        return cities.stream()
                .filter(city -> id.equals(city.id()))
                .map(City::name)
                .findFirst()
                .orElse(id);
    }

    static String bucket(String code, Answer<Seats> seats) {
        if (!seats.isFound()) {
            return words(code);
        }
        return seats.value().buckets().stream()
                .filter(bucket -> code.equals(bucket.code()) && bucket.label() != null)
                .map(Seats.Bucket::label)
                .findFirst()
                .orElse(words(code));
    }

    private static String words(String code) {
        return switch (code) {
            case "OPEN" -> "Everybody";
            case "CONTRIBUTORS" -> "Contributors";
            default -> code.replaceFirst("^CITY:", "");
        };
    }
}
