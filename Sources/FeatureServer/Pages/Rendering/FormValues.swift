/// A form as the names and values that its template asks for.
struct FormValues {
    private let form: PageForm
    private let number: Int
    private let address: SiteAddress

    init(_ form: PageForm, number: Int, address: SiteAddress) {
        self.form = form
        self.number = number
        self.address = address
    }

    /// What the template of a form is filled in with.
    var values: TemplateValues {
        var values: TemplateValues = [
            "kind": "form", "legend": form.legend, "submit": form.submit,
            "fields": form.fields.enumerated().map { field($0, $1) },
        ]
        values["action"] = address.reference(to: form.action)
        return values
    }

    private func field(_ place: Int, _ field: PageForm.Field) -> TemplateValues {
        var values: TemplateValues = [
            "id": "form\(number)-field\(place + 1)", "label": field.label, "name": field.name,
            "isRequired": field.isRequired,
        ]
        values["value"] = field.value
        values["hint"] = field.hint
        switch field.kind {
        case .text: values["type"] = "text"
        case .search: values["type"] = "search"
        case .date: values["type"] = "date"
        case .hidden: values["isHidden"] = true
        case .number(let bounds):
            values["type"] = "number"
            values["step"] = "any"
            values["least"] = bounds.map { "\($0.lowerBound)" }
            values["most"] = bounds.map { "\($0.upperBound)" }
        case .wholeNumber(let bounds):
            values["type"] = "number"
            values["least"] = bounds.map { "\($0.lowerBound)" }
            values["most"] = bounds.map { "\($0.upperBound)" }
        case .select(let options):
            values["isSelect"] = true
            values["options"] = options.map { option in
                ["value": option.value, "label": option.label, "isSelected": option.value == field.value]
                    as TemplateValues
            }
        }
        return values
    }
}
