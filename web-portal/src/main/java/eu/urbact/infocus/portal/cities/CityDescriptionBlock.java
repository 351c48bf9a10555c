package eu.urbact.infocus.portal.cities;

import java.util.LinkedHashMap;
import java.util.Map;

import io.quarkus.qute.RawString;

import eu.urbact.infocus.portal.shell.JsonLd;
import eu.urbact.infocus.portal.shell.services.CityProfile;

/** A city in the words of schema.org, for search engines. */
final class CityDescriptionBlock {

    private CityDescriptionBlock() {}

    static RawString of(CityProfile city, String base) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("@context", "https://schema.org");
        block.put("@type", "City");
        block.put("@id", base + "id/city/" + city.id());
        block.put("url", base + "en/cities/" + city.id());
        block.put("name", city.name());
        block.put("address", Map.of("@type", "PostalAddress", "addressCountry", city.country()));
        if (city.lat() != null && city.lon() != null) {
            block.put("geo", Map.of("@type", "GeoCoordinates", "latitude", city.lat(), "longitude", city.lon()));
        }
        return JsonLd.of(block);
    }
}
