package eu.urbact.infocus.event.programme;

import java.util.List;

import static eu.urbact.infocus.event.programme.ProgrammeRules.forEachItem;
import static eu.urbact.infocus.event.programme.ProgrammeRules.forEachPart;

/** A part is not for more people than its session: nobody can be in the part without being in the session. */
final class PartAudienceRule implements ProgrammeRules.Rule {

    @Override
    public void check(Programme programme, List<Finding> findings) {
        forEachItem(
                programme,
                (path, item) -> forEachPart(path, item, (partPath, part) -> {
                    if (item.audience() != null
                            && part.audience() != null
                            && part.audience().widerThan(item.audience())) {
                        findings.add(Finding.error(
                                partPath + ".audience",
                                "the part is " + part.audience() + " but its session is " + item.audience()));
                    }
                }));
    }
}
