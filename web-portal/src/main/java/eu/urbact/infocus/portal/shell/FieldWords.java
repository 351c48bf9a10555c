package eu.urbact.infocus.portal.shell;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.i18n.MessageBundles;

import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.ClusterNames;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.text.Choices;
import eu.urbact.infocus.portal.shell.text.Messages;

/** What people read for what a form sends in a field about a person who applies. */
@ApplicationScoped
public class FieldWords {

    private final Services services;
    private final ClusterNames clusters;

    FieldWords(Services services, ClusterNames clusters) {
        this.services = services;
        this.clusters = clusters;
    }

    /** The words for a code; a text stands for itself. */
    public String of(String field, String entered) {
        return switch (field) {
            case "country" -> Choices.country(entered);
            case "cityId" ->
                services.cities().or(Page.empty()).items().stream()
                        .filter(city -> entered.equals(city.id()))
                        .map(City::name)
                        .findFirst()
                        .orElse(entered);
            case "clusterId" -> clusters.name(entered);
            case "profile" -> MessageBundles.get(Messages.class).profile(entered);
            case "contributor" -> "yes".equals(entered) ? "Yes, or I offer to" : "No";
            default -> entered;
        };
    }
}
