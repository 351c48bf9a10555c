package eu.urbact.infocus.portal.apply;

import java.util.List;

import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Question;

/** What the draft holds, to be looked at beside a page that another window has overtaken. */
public record Kept(ApplyForm form, List<Question> questions, List<City> cities) {

    @Override
    public String toString() {
        return "Kept";
    }
}
