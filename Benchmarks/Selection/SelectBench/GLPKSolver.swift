import CGlpk
import Foundation
import SiteSelection

/// GLPK behind the same protocol, to compare with CBC: branch and cut with presolve and all its cuts.
struct GLPKSolver: MixedIntegerSolver {
    var name: String { "GLPK \(String(cString: glp_version()))" }

    func solve(_ program: MixedIntegerProgram, within limits: SolverLimits) throws -> SolverSolution {
        glp_term_out(GLP_OFF)
        let model = glp_create_prob()
        defer { glp_delete_prob(model) }
        glp_set_obj_dir(model, GLP_MIN)
        glp_add_cols(model, Int32(program.columnCount))
        if program.rowCount > 0 { glp_add_rows(model, Int32(program.rowCount)) }
        for column in 0..<program.columnCount {
            let number = Int32(column + 1)
            let (lower, upper) = (program.columnLower[column], program.columnUpper[column])
            glp_set_col_kind(model, number, program.isInteger[column] ? GLP_IV : GLP_CV)
            glp_set_col_bnds(model, number, lower == upper ? GLP_FX : GLP_DB, lower, upper)
            glp_set_obj_coef(model, number, program.costs[column])
        }
        for row in 0..<program.rowCount {
            let (lower, upper) = (program.rowLower[row], program.rowUpper[row])
            let kind = lower == upper ? GLP_FX : lower.isInfinite ? GLP_UP : upper.isInfinite ? GLP_LO : GLP_DB
            glp_set_row_bnds(model, Int32(row + 1), kind, lower, upper)
            let range = Int(program.rowStarts[row])..<Int(program.rowStarts[row + 1])
            glp_set_mat_row(
                model, Int32(row + 1), Int32(range.count), [0] + program.entryColumns[range].map { $0 + 1 },
                [0] + program.entryValues[range])
        }
        var settings = glp_iocp()
        glp_init_iocp(&settings)
        settings.presolve = GLP_ON
        settings.gmi_cuts = GLP_ON
        settings.mir_cuts = GLP_ON
        settings.cov_cuts = GLP_ON
        settings.clq_cuts = GLP_ON
        if let seconds = limits.seconds { settings.tm_lim = Int32(max(1, seconds * 1000)) }
        let code = glp_intopt(model, &settings)
        let status = glp_mip_status(model)
        let values = (0..<program.columnCount).map { glp_mip_col_val(model, Int32($0 + 1)) }
        if code == GLP_ENOPFS || status == GLP_NOFEAS {
            return SolverSolution(status: .infeasible, values: nil, bound: .infinity)
        }
        if status == GLP_OPT {
            return SolverSolution(status: .optimal, values: values, bound: glp_mip_obj_val(model))
        }
        return SolverSolution(status: .stopped, values: status == GLP_FEAS ? values : nil, bound: -.infinity)
    }
}
