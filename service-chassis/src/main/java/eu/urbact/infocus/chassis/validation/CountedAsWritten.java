package eu.urbact.infocus.chassis.validation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Size;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;

/** Has {@link Size} of a text counted by {@link TextLength}; that of anything else stays as it is. */
@ApplicationScoped
class CountedAsWritten implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        ConstraintMapping mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class).includeExistingValidators(true).validatedBy(TextLength.class);
        configuration.addMapping(mapping);
    }
}
