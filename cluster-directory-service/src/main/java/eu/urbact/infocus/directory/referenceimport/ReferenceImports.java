package eu.urbact.infocus.directory.referenceimport;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The imports that took effect. */
@ApplicationScoped
public class ReferenceImports implements PanacheRepositoryBase<ReferenceImport, UUID> {

    ReferenceImports() {}
}
